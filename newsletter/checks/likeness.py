"""Rules about photos that look the same: twice in an issue, or printed before."""

from collections.abc import Iterator
from itertools import combinations

from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.photos.likeness import Seen, distance
from newsletter.photos.likenesses import Likenesses
from newsletter.rulebook import check

SAME = 24
"""Bits out of 544 in which copies of one photo differ, mostly; different photos differ in a hundred and more,
heads drawn by one hand before one background still in thirty-five."""


@check("P033", "photo_nearly_the_same", Severity.WARNING)
def photo_nearly_the_same(seen: Likenesses) -> Iterator[Finding]:
    """Two photos of the issue look the same.

    One is the other in another size, compressed again or brightened: mostly one picture sent by two people.
    Files of exactly the same content are reported by P032. What differs visibly is let pass.

    Example: IMG_0147.jpg and 微信图片_20260630.jpg. Way out: keep the one with more pixels.
    """
    for one, other in combinations(seen.own, 2):
        if distance(one.look, other.look) <= SAME and not _are_twins(one, other, seen.issue):
            message = _("The photos “{one}” and “{other}” look the same.")
            photo = seen.issue.photo(other.name)
            at = photo.at("file") if photo else None
            hint = _("Keep the one with more pixels.")
            yield Finding(at, message.format(one=one.name, other=other.name), hint)


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
    for own in seen.own:
        before = next((each for each in seen.earlier if distance(own.look, each.look) <= SAME), None)
        photo = seen.issue.photo(own.name)
        if before is not None and photo is not None:
            message = _("The photo “{id}” looks like 《{file}》.").format(id=own.name, file=before.name)
            yield Finding(photo.at("file"), message, _("Look at both."))
