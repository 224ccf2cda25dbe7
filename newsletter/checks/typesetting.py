"""Rules about setting type: the engine is silent."""

import re
from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity
from newsletter.language import _, ngettext
from newsletter.rulebook import check
from newsletter.typeset import Proof

EMPTY_BOX = re.compile(r'notdef glyph rendered for Unicode string unsupported by fonts: "(.+?)"', re.DOTALL)
"""How the engine says that it had no glyph; its sentence is of no use to an editor."""


@check("T002", "engine_complaint", Severity.ERROR)
def engine_complaint(proof: Proof) -> Iterator[Finding]:
    """The typesetting engine complained while it set the pages.

    WeasyPrint writes a PDF whatever happens: a missing picture, a wrong style or a glyph it lacks are
    only lines in its log. Each of them is a fault of the layout or of a file: correct it.
    """
    boxes = dict.fromkeys(found[1] for each in proof.complaints if (found := EMPTY_BOX.search(each.message)))
    if boxes:
        yield Finding(None, _empty_boxes(tuple(boxes)), _("T001 says where they stand."))
    for complaint in dict.fromkeys(proof.complaints):
        if EMPTY_BOX.search(complaint.message):
            continue
        message = _("The engine says: {complaint}").format(complaint=complaint.message)
        yield Finding(complaint.at, message, _("Correct the layout's templates or style."))


def _empty_boxes(characters: tuple[str, ...]) -> str:
    """Return what is wrong where the engine set empty boxes."""
    message = ngettext(
        "An empty box stands in print for {characters}.",
        "Empty boxes stand in print for {characters}.",
        len(characters),
    )
    return message.format(characters=_(", ").join(f"“{each}”" for each in characters))
