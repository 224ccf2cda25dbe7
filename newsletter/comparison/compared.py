"""Two sides compared: what changed in words, what is to be said of it, the pages with what changed framed."""

from dataclasses import dataclass, replace

from newsletter.comparison.changes import Changes, compare
from newsletter.comparison.content import Content
from newsletter.comparison.items import Block, blocks_of
from newsletter.comparison.pages import Hidden, PageChange, page_changes
from newsletter.comparison.sides import Side, lost_words, signed_words
from newsletter.comparison.signed import Signed, as_far_as
from newsletter.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one side to the other; ``notes`` say what could not be compared, and why.

    ``pages`` are those that look different, none where they were ``seen`` on one side alone.
    """

    slug: str
    old: Side
    new: Side
    changes: Changes
    notes: tuple[str, ...] = ()
    pages: tuple[PageChange, ...] = ()
    seen: bool = False

    def __bool__(self) -> bool:
        return bool(self.changes or self.pages)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The changes, numbered."""
        return blocks_of(self.changes)


def compared(slug: str, old: Side, new: Side) -> Comparison:
    """Return what changed in words; of what a signature is not over, nothing is said but that."""
    before, after = old.content, new.content
    for each in (old, new):
        if each.signed is not None:
            before, after = (as_far_as(content, each.signed) for content in (before, after))
    notes = (*_said(old, new.content), *_said(new, old.content), *_not_there(before, after))
    return Comparison(slug, old, new, compare(before, after), notes)


def _not_there(before: Content, after: Content) -> tuple[str, ...]:
    """Return of how many photos one side has no file, such as those that are not in the version control."""
    there = {each.id: each.there for each in before.photos}
    count = sum(there.get(each.id, each.there) != each.there for each in after.photos)
    words = ngettext(
        "The file of {n} photo is there on one side only and was not compared.",
        "The files of {n} photos are there on one side only and were not compared.",
        count,
    )
    return (words.format(n=count),) if count else ()


def _said(side: Side, other: Content) -> tuple[str, ...]:
    """Return what a side could not give."""
    lost = (lost_words(side.signed.lost),) if side.signed is not None and side.signed.lost else ()
    return (*side.notes, *lost, *_unread(side, other))


def _unread(side: Side, other: Content) -> tuple[str, ...]:
    """Return which stories of the other side nobody has signed."""
    if side.signed is None or side.signed.stories is None:
        return ()
    left = [each for each in other.stories if each.id not in side.signed.stories]
    if not left:
        return ()
    names = _(", ").join(f"《{each.lines.get('headline') or each.id}》" for each in left)
    words = ngettext(
        "{n} story was not signed there and is to be read whole: {names}.",
        "{n} stories were not signed there and are to be read whole: {names}.",
        len(left),
    )
    return (words.format(n=len(left), names=names),)


def with_pages(comparison: Comparison, hidden: Hidden) -> Comparison:
    """Return the comparison with the pages side by side, where both sides have pages.

    Raises ``UnreadablePdf`` for a print file that cannot be opened.
    """
    old, new = comparison.old, comparison.new
    notes = (*comparison.notes, *_unseen(old.signed), *_unseen(new.signed))
    if not (old.made and new.made):
        return replace(comparison, notes=notes)
    known = frozenset(each.id for each in old.content.stories) & {each.id for each in new.content.stories}
    numbers = {page.number for page in old.made}
    of_part = old.signed is not None and old.signed.stories is not None
    after = tuple(page for page in new.made if page.number in numbers) if of_part else new.made
    found = page_changes(old.made, after, comparison.blocks, hidden, known)
    return replace(comparison, notes=notes, pages=found, seen=True)


def _unseen(signed: Signed | None) -> tuple[str, ...]:
    """Return of which signatures the pages are no longer there."""
    if signed is None or not signed.unseen:
        return ()
    names = _("; ").join(signed_words((each,)) for each in signed.unseen)
    words = _("The pages as they were signed are not kept, only the words are compared: {signatures}.")
    return (words.format(signatures=names),)
