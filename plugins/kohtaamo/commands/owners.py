"""`kohtaamo owners`: the forge's CODEOWNERS file, made of the network, or compared with it."""

import sys
from pathlib import Path

from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.proposing import commit_files
from kohtaamo.model.network import Forge


def run_owners(content: str, *, check: bool, commit: bool) -> int:
    """Write the file of the forge that `network.yml` names; 0 written or up to date.

    With `check` nothing is written, and 1 says that it is not up to date; with `commit` a change is
    committed. 1 also when an account is none, 2 without a folder.
    """
    root = Path(content)
    if not root.is_dir():
        print(f"Kansiota {content} ei ole. Anna sisältökansion nimi.", file=sys.stderr)
        return 2
    from kohtaamo.addresses import reserved_slugs
    from kohtaamo.content.load import load
    from kohtaamo.review.owners import FILES, NoAccountError, owners_file

    network = load(root, today=today_in_finland(), reserved=reserved_slugs()).network
    repository = network.identity.repository
    path = FILES[(repository and repository.forge) or Forge.GITHUB]
    try:
        text = owners_file(network, root.as_posix())
    except NoAccountError as error:
        print(
            f"{content}/network.yml: repository.owners: {str(error)!r} ei ole alustan tunnus."
            " Kirjoita esimerkiksi pesavahti tai verkosto/saaripitaja.",
            file=sys.stderr,
        )
        return 1
    file = Path(path)
    if not text:
        print(f"{content}/network.yml ei nimeä vastuutilejä (repository.owners), joten {path} jää.")
        return 0
    if file.is_file() and file.read_text("utf-8") == text:
        print(f"{path} on ajan tasalla.")
        return 0
    if check:
        print(f"{path} ei ole ajan tasalla: aja `inv codeowners`.", file=sys.stderr)
        return 1
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    print(f"{path} kirjoitettu.")
    return _committed(path) if commit else 0


def _committed(path: str) -> int:
    try:
        commit_files(Path(), [path], "Vastuutilit ajan tasalle (inv codeowners)")
    except ForgeFault as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0
