"""What the preview knows of the last build, and whoever waits for the next one."""

import secrets
from threading import Condition

from kohtaamo.commands.build_end import BuildEnd


class Live:
    """The last build's report, shared by the thread that builds and those that answer browsers."""

    def __init__(self) -> None:
        self._news = Condition()
        self._report = BuildEnd(code=0)
        self._builds = 0
        self._faults = ""
        self._ended = False

    def last(self) -> tuple[BuildEnd, str]:
        """The last build's report and, if it failed, a mark of it that was never used before.

        It differs from all marks of earlier runs too: tabs stay open while this is restarted.
        """
        with self._news:
            return self._report, self._faults

    def tell(self, report: BuildEnd) -> None:
        """A build has ended: everybody who waits is woken."""
        with self._news:
            self._report = report
            self._faults = secrets.token_hex(8) if report.code else ""
            self._builds += 1
            self._news.notify_all()

    def end(self) -> None:
        """Nothing will be built any more."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def wait(self, seen: int, seconds: float) -> int | None:
        """The number of builds so far, as soon as it is not `seen`, at the latest after `seconds`.

        None when nothing will be built any more.
        """
        with self._news:
            self._news.wait_for(lambda: self._ended or self._builds != seen, seconds)
            return None if self._ended else self._builds
