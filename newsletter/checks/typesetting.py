"""Rules about setting type: the engine is silent."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.rulebook import check
from newsletter.typeset import Proof


@check("T002", "engine_complaint", Severity.ERROR)
def engine_complaint(proof: Proof) -> Iterator[Finding]:
    """The typesetting engine complained while it set the pages.

    WeasyPrint writes a PDF whatever happens: a missing picture, a wrong style or a glyph it lacks are
    only lines in its log. Each of them is a fault of the layout or of a file: correct it.
    """
    for complaint in dict.fromkeys(proof.complaints):
        message = _("The engine says: {complaint}").format(complaint=complaint.message)
        yield Finding(complaint.at, message, _("Correct the layout's templates or style."))
