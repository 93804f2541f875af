"""Why a step of a workflow cannot go on."""


class ForgeFault(Exception):
    """One sentence in plain Finnish for whoever reads the run: what happened, and a way out."""
