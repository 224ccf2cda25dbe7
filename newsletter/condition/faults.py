"""What can be wrong with a printer profile."""

from newsletter.diagnostics import Diagnostic, Finding, Severity, Span
from newsletter.language import _
from newsletter.rulebook import declare


class ConditionError(ValueError):
    """A printer profile that cannot be used: every fault, and the first as a sentence, hint and place."""

    def __init__(self, faults: tuple[Diagnostic, ...]) -> None:
        super().__init__(" ".join(each.message for each in faults))
        self.faults = faults
        self.message = str(self)
        self.hint = faults[0].hint if faults else ""
        self.at = faults[0].at if faults else None


@declare("M092", "printer_profile_unusable", Severity.ERROR)
def printer_profile_unusable(at: Span | None, message: str, hint: str) -> Finding:
    """The printer profile that publication.yaml names under `press` cannot be used.

    Without it nobody knows the paper's colours and limits. Name coated, uncoated or newsprint, or a
    profile file of the workspace.
    """
    return Finding(at, message, hint)


@declare("M110", "printer_profile_key_unknown", Severity.ERROR)
def printer_profile_key_unknown(at: Span, key: str, near: str, known: str) -> Finding:
    """A printer profile has a key that no profile has.

    A limit under a misspelt key would not be kept, and nobody would know. The profile is not used.

    Example: `ink_limt: 260`.

    Way out: write the key as `newsletter press profiles NAME` lists it.
    """
    message = _("The printer profile has an unknown key “{key}”.").format(key=key)
    known = _("Its keys are {keys}.").format(keys=known)
    return Finding(at, message, _("Did you mean “{meant}”?").format(meant=near) if near else known)


@declare("M111", "printer_profile_value_unfit", Severity.ERROR)
def printer_profile_value_unfit(at: Span, key: str, reason: str) -> Finding:
    """A key of a printer profile has a value that cannot be, or is missing.

    What the shop asked for is then not known, and nothing can be held to it.

    Example: `ink_limit: 900`, `level: x-3`, a rich black with more ink than `ink_limit`.

    Way out: compare with the shop's data sheet and with `newsletter press profiles NAME`.
    """
    message = _("The printer profile: “{key}” will not do: {reason}.").format(key=key, reason=reason)
    return Finding(at, message, _("Compare with newsletter press profiles coated."))
