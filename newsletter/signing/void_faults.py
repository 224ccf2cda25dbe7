"""Why signatures no longer hold, in an editor's words: those of one cause are one finding."""

from collections.abc import Sequence

from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Signature
from newsletter.language import _, ngettext
from newsletter.rulebook import declare
from newsletter.signing.changes import Change
from newsletter.signing.naming import BYTES, again, named, owner, together

LONGEST = 24


@declare("A025", "signature_void", Severity.WARNING)
def signature_void(void: Sequence[Signature], change: Change | None) -> Finding:
    """What was signed has changed since, so the signatures over it no longer hold.

    A signature covers copy, headline block, captions, photos' bytes and fields exactly as they were; a
    later change voids just those signatures that cover it. For press the stage counts as not signed. What
    is put back as it was holds again. Signatures that one change voids are told of together.

    Example: one character of a name corrected after 终审.

    Way out: have those who signed look at the change and sign again.
    """
    first = void[0]
    if change is None:
        message = ngettext(
            "{signatures} no longer holds: what was signed is not there as it was.",
            "{signatures} no longer hold: what was signed is not there as it was.",
            len(void),
        )
        return Finding(first.at(), message.format(signatures=together(void)), again(first))
    message = ngettext(
        "{change}{more}; so {signatures} no longer holds.",
        "{change}{more}; so {signatures} no longer hold.",
        len(void),
    )
    said = message.format(change=_said(change), more=_more(change.places - 1), signatures=together(void))
    return Finding(change.at or first.at(), said, again(first))


@declare("A026", "pages_not_as_signed", Severity.WARNING)
def pages_not_as_signed(void: Sequence[Signature]) -> Finding:
    """The pages no longer look as they did when they were signed, though the copy is the same.

    A layout, a face, a filler, the printer profile or the tool itself changed, or the stories were made up
    otherwise. The signature covers the pages' look inside the trim, so it no longer holds.

    Way out: look at the pages and have them signed again.
    """
    message = ngettext(
        "{signatures} no longer holds: the pages do not look as they were signed.",
        "{signatures} no longer hold: the pages do not look as they were signed.",
        len(void),
    )
    return Finding(void[0].at(), message.format(signatures=together(void)), again(void[0]))


@declare("A034", "signature_in_the_future", Severity.WARNING)
def signature_in_the_future(each: Signature) -> Finding:
    """A signature is of a day that the machine's clock has not reached.

    The clock of the machine on which it was given was ahead, or somebody wrote another date. It does not
    hold until it is signed again; the chain carries on from it, so that nothing is lost.

    Way out: set that machine's clock and sign again.
    """
    message = _("The signature “{signature}” is of {time}, which is still to come; it does not hold.")
    said = message.format(signature=named(each), time=each.time)
    return Finding(each.at("time"), said, again(each))


def _said(change: Change) -> str:
    """Return what changed; a line that was put in or taken out has no other side."""
    old, new = _short(*_words(change.old, change.new)), _short(*_words(change.new, change.old))
    if change.label.endswith(BYTES):
        message = _("The picture file of {label} is another one")
    elif not change.old:
        message = _("{label} has “{new}”, which it had not")
    elif not change.new:
        message = _("{label} had “{old}” and no longer has")
    else:
        message = _("{label} was “{old}” and is “{new}”")
    return message.format(label=owner(change.label), old=old, new=new)


def _more(places: int) -> str:
    if places < 1:
        return ""
    return ngettext(", and {count} more place", ", and {count} more places", places).format(count=places)


def _words(one: str, other: str) -> tuple[str, str]:
    """Return two lines without what sets their characters apart, unless just that differs."""
    words = one.partition("\t")[0], other.partition("\t")[0]
    return words if words[0] != words[1] else (one, other)


def _short(text: str, other: str) -> str:
    """Return what a reader needs of a long line: the part around where it differs from the other."""
    if len(text) <= LONGEST:
        return text
    same = next((n for n, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, min(same - LONGEST // 3, len(text) - LONGEST))
    end = start + LONGEST
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
