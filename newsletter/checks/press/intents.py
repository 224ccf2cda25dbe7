"""Rules about the printing condition that a file is made for."""

from collections.abc import Iterator

from newsletter.checks.press.wording import ISO, finding, rerun
from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import Intent, PressFile
from newsletter.press.level import level_of
from newsletter.rulebook import check


@check("F003", "output_intent_missing", Severity.ERROR, authority=ISO)
def output_intent_missing(file: PressFile) -> Iterator[Finding]:
    """The file does not say for which printing condition its colours are meant.

    CMYK numbers mean nothing without paper and ink. Example: a file without GTS_PDFX output intent, or
    with two. Choose the shop's condition under `press` in publication.yaml and build again.
    """
    count = len(_intents(file))
    if count != 1:
        message = _("The file has {count} output intents for PDF/X; one is wanted.").format(count=count)
        yield finding(file, message, rerun())


@check("F004", "output_profile_missing", Severity.ERROR, authority=ISO)
def output_profile_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The output intent has no CMYK profile inside.

    Without the profile the shop can neither proof nor convert the colours. Example: an output intent
    that names FOGRA39 only, or carries sRGB. Embed the ICC profile of the printing condition.
    """
    named_only = not level_of(expected.condition).modern
    for intent in _intents(file):
        if named_only and intent.identifier and intent.registry and not intent.has_profile:
            continue
        if not intent.has_profile or intent.components != 4:
            message = _("The output intent “{identifier}” has no CMYK profile inside.")
            yield finding(file, message.format(identifier=intent.identifier), rerun())


@check("F005", "condition_differs", Severity.ERROR, authority=ISO)
def condition_differs(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file is made for another printing condition than the one ordered.

    Colours separated for coated paper go muddy on newsprint. Example: FOGRA39 where the shop prints on
    newsprint (IFRA26). Build again with the shop's condition, or set `press` to the one it prints by.
    """
    if expected.condition is None:
        return
    wanted = expected.condition.registry
    for intent in _intents(file):
        if intent.identifier != wanted:
            message = _("The file is made for the printing condition “{found}”, ordered is “{wanted}”.")
            hint = _("Build again for the condition of the print shop.")
            yield finding(file, message.format(found=intent.identifier, wanted=wanted), hint)


def _intents(file: PressFile) -> tuple[Intent, ...]:
    return tuple(intent for intent in file.intents if intent.kind == "GTS_PDFX")
