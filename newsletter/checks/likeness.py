"""Rules about photos that look the same: twice in an issue, or printed before."""

from collections.abc import Iterator, Sequence

from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.photo_groups import are_portraits, group_of
from newsletter.photos.album import Album
from newsletter.photos.cuttings import cuttings
from newsletter.photos.likeness import Seen
from newsletter.photos.likenesses import Likenesses
from newsletter.rulebook import check

SAME = 0.94
"""How alike copies of one photo are, mostly; different photos are less than half so, heads drawn by one hand
before one background up to 0.91."""


@check("P033", "photo_nearly_the_same", Severity.WARNING)
def photo_nearly_the_same(seen: Likenesses) -> Iterator[Finding]:
    """Two photos of the issue look the same.

    One is the other in another size, compressed again, brightened or darkened: mostly one picture sent by
    two people. Files of exactly the same content are reported by P032. What is cropped or differs visibly
    is let pass.

    Example: IMG_0147.jpg and 微信图片_20260630.jpg. Way out: keep the one with more pixels.
    """
    for one, other in _alike(seen.own):
        if not _are_twins(one, other, seen.issue):
            message = _("The photos “{one}” and “{other}” look the same.")
            photo = seen.issue.photo(other.name)
            at = photo.at("file") if photo else None
            hint = _("Keep the one with more pixels.")
            yield Finding(at, message.format(one=one.name, other=other.name), hint)


def _alike(own: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Return the pairs of pictures that look the same."""
    album = Album([each.look for each in own])
    for number, one in enumerate(own):
        alike = album.alike(one.look)
        yield from ((one, own[at]) for at in range(number + 1, len(own)) if alike[at] >= SAME)


@check("P043", "photo_cut_from_another", Severity.WARNING)
def photo_cut_from_another(seen: Likenesses) -> Iterator[Finding]:
    """A photo is a part of another photo of the issue, cut, resized or mirrored.

    Readers see the same moment twice. Parts of more than half a photo's width are known; where both were
    chosen on purpose, a detail beside the whole, a waiver says so.

    Example: a picture from the chat group, cut to a square, beside the original. Way out: keep the original.
    """
    pictures = [own for own in seen.own if not _is_head(own, seen.issue)]
    for each in cuttings([own.look for own in pictures]):
        whole, part = pictures[each.whole], pictures[each.part]
        if not _are_twins(whole, part, seen.issue):
            message = _("The photo “{part}” is a part of “{whole}”.")
            photo = seen.issue.photo(part.name)
            at = photo.at("file") if photo else None
            yield Finding(at, message.format(part=part.name, whole=whole.name), _("Keep the original."))


def _is_head(one: Seen, issue: Issue) -> bool:
    """Return whether a photo stands in a row of heads, which are alike by intent."""
    photo = issue.photo(one.name)
    return photo is not None and are_portraits(group_of(photo, issue))


def _are_twins(one: Seen, other: Seen, issue: Issue) -> bool:
    """Return whether two photos have the same content, to the byte."""
    photos = (issue.photo(one.name), issue.photo(other.name))
    names = {(each.twin or each.id) if each else "" for each in photos}
    return len(names) == 1


@check("P034", "photo_printed_before", Severity.NOTE)
def photo_printed_before(seen: Likenesses) -> Iterator[Finding]:
    """A photo looks like one of an earlier issue.

    A portrait may well be printed again; a news picture mostly should not.

    Example: last year's sports day as this year's. Way out: look at both, and take a new picture.
    """
    album = Album([each.look for each in seen.earlier])
    for own in seen.own:
        pairs = zip(seen.earlier, album.alike(own.look), strict=True)
        before = next((each for each, alike in pairs if alike >= SAME), None)
        photo = seen.issue.photo(own.name)
        if before is not None and photo is not None:
            message = _("The photo “{id}” looks like 《{file}》.").format(id=own.name, file=before.name)
            yield Finding(photo.at("file"), message, _("Look at both."))
