"""Why nothing can be made of what arrived."""


class UnreceivedError(Exception):
    """`code` is a key of words below `writing.receive`; `values` are the facts it names."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
