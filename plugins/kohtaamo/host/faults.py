"""Why a build cannot go on; each is told to people in one sentence."""


class TwoOutputs(Exception):
    """Two makers want one path; the checks should have named the files behind them."""


class PictureChanged(Exception):
    """A picture that was whole when it was checked, a moment ago, is so no more."""


class ProcessLost(Exception):
    """A process ended without an answer: the system was out of memory, or somebody ended it."""


class NoForm(Exception):
    """Editing by form is switched on and cannot be had; the sentence says what to do."""
