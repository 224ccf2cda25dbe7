"""What ends work on a PDF: a file that cannot be read, a proof that cannot be finished."""

from newsletter.diagnostics import MachineFault


class UnreadablePdf(MachineFault):
    """A file that is no PDF, is locked by a password or is too broken to be read at all."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence, hint, exit_code=3)


class UnfitProof(MachineFault):
    """An engine's PDF that does not fit the order: another page size, no pages."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence, hint, exit_code=4)
