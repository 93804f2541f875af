"""The setting ADMIN: whether there is a page for editing by form, and how people log in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Admin:
    """What the setting ADMIN says beyond True.

    `app_id` is the application that the forge knows (GitLab, Forgejo); `login_server` a server that
    helps to log in at GitHub. Without either, people log in with a token of their own.
    """

    app_id: str = ""
    login_server: str = ""
