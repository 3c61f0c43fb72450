"""The ways Xunhui says no: three refusals, each by a code that the window turns into a sentence."""


class Refusal(Exception):
    """A planned no; ``str()`` is the code alone: ``details`` may hold a case's words and must never reach a log."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class NeedsCorrection(Refusal):
    """The clerk can put it right here: a wrong digit, a missing blank, a way of service the law forbids."""


class NotPossibleNow(Refusal):
    """Nothing is wrong with what was asked, but it can't be done now: no token, disk full, offline."""


class Disputed(Refusal):
    """Another version exists, and a person must decide."""
