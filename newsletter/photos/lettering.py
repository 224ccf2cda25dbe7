"""Type over photos: white or black, whichever stands out from the pixels that lie under it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from newsletter.dummy import Box, Crop, Dummy, DummyPage, Lettering, PhotoFrame, TextFrame
from newsletter.issue import Issue
from newsletter.lengths import Mm
from newsletter.photos.fault import Refused
from newsletter.photos.target import SCREEN_ENOUGH, SCREEN_PPI, Target
from newsletter.photos.work import Placement

LOOKED_AT = Mm(30.0)
"""The width at which the pixels under type are looked at: strokes of type need no finer ones."""
WORST = 0.1
"""The share of the pixels from which type stands out least, and which it may be lost in: single spots."""
LOOK = Target(Path(), "", "", SCREEN_ENOUGH, SCREEN_PPI, 0, 0, None)
"""What is asked of a picture that is only looked at."""
Shades = list[float]


def lettered(dummy: Dummy, issue: Issue) -> Dummy:
    """Return the dummy with the colour of all type that lies over photos."""
    pages = tuple(_page(page, issue) for page in dummy.pages)
    return replace(dummy, pages=pages) if pages != dummy.pages else dummy


def _page(page: DummyPage, issue: Issue) -> DummyPage:
    """Return a page on which the parts of each head over a photo have one colour."""
    heads = [frame for frame in page.frames if isinstance(frame, TextFrame) and frame.over]
    letters: dict[int, Lettering] = {}
    for story in dict.fromkeys(frame.story for frame in heads):
        parts = [frame for frame in heads if frame.story == story]
        found = _letters(page, parts, issue)
        letters |= {id(frame): each for frame, each in zip(parts, found, strict=True)}
    frames = tuple(
        replace(each, over=letters[id(each)]) if isinstance(each, TextFrame) and each.over else each
        for each in page.frames
    )
    return replace(page, frames=frames) if heads else page


def _letters(page: DummyPage, head: Sequence[TextFrame], issue: Issue) -> list[Lettering]:
    """Return what each part of a head should be over its photo."""
    name = head[0].over.photo if head[0].over else ""
    photo = issue.photo(name)
    frame = next(
        each
        for each in page.frames
        if isinstance(each, PhotoFrame) and (each.photo, each.story) == (name, head[0].story)
    )
    if photo is None or not photo.file or photo.fault:
        return [Lettering(name)] * len(head)
    try:
        shades = [shades_under(issue.folder / photo.file, frame, each.box) for each in head]
    except Refused:
        return [Lettering(name)] * len(head)
    return lettering(name, shades)


def lettering(photo: str, parts: Sequence[Shades]) -> list[Lettering]:
    """Return white or black type for parts of a head over pixels of these luminances, with each contrast.

    All parts are of one colour: that which stands out more where it stands out least.
    """
    both = [[_stands_out(shades, white) for shades in parts] for white in (True, False)]
    white = min(both[0]) >= min(both[1])
    return [Lettering(photo, white, round(each, 2)) for each in both[0 if white else 1]]


def _stands_out(shades: Shades, white: bool) -> float:
    """Return the contrast of type with the pixels under it, the worst tenth left out."""
    ordered = sorted(shades)
    worst = min(len(ordered) - 1, int(len(ordered) * WORST))
    return contrast(1.0, ordered[-1 - worst]) if white else contrast(ordered[worst], 0.0)


def contrast(lighter: float, darker: float) -> float:
    """Return the contrast of two luminances, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    return (lighter + 0.05) / (darker + 0.05)


def shades_under(source: Path, frame: PhotoFrame, box: Box) -> Shades:
    """Return the luminances of a photo's pixels under a box.

    Raises Refused for an original that cannot be used.
    """
    # Imported here so that issues without type over photos never load the image library.
    from newsletter.photos.develop import develop
    from newsletter.photos.original import open_original, settings

    height = Mm(LOOKED_AT * box.height / box.width)
    placement = Placement(source, part_under(frame, box), LOOKED_AT, height)
    with settings(), open_original(source) as original:
        grey = develop(original, placement, LOOK).image.convert("L")
    table = [luminance(value) for value in range(256)]
    return [table[value] for value in grey.tobytes()]


def part_under(frame: PhotoFrame, box: Box) -> Crop:
    """Return the part of the original that a box over its frame covers."""
    across, down = frame.crop.right - frame.crop.left, frame.crop.bottom - frame.crop.top
    return Crop(
        frame.crop.left + across * max(0.0, (box.x - frame.box.x) / frame.box.width),
        frame.crop.top + down * max(0.0, (box.y - frame.box.y) / frame.box.height),
        frame.crop.left + across * min(1.0, (box.right - frame.box.x) / frame.box.width),
        frame.crop.top + down * min(1.0, (box.bottom - frame.box.y) / frame.box.height),
    )


def luminance(value: int) -> float:
    """Return the luminance from 0 to 1 of a grey of sRGB from 0 to 255 (IEC 61966-2-1)."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
