"""Receipts drawn up: what a story's rectangle, its legs and its frames say was done to it."""

from collections.abc import Iterator, Sequence

from newsletter.dummy import Frame, PhotoFrame
from newsletter.issue import Photo
from newsletter.layout import Layout
from newsletter.makeup.castoff import CastLegs
from newsletter.makeup.crop import placed_ppi
from newsletter.makeup.headblock import HeadBlock, HeadPart
from newsletter.makeup.part import head_rank
from newsletter.makeup.rectangle import Body, Desk, Rectangle
from newsletter.receipt import HeadFit, PhotoFit, Receipt


def receipt(rectangle: Rectangle, frames: Sequence[Frame], desk: Desk) -> Receipt:
    """Return what was done to a story in its rectangle."""
    cast, rank = desk.legs(rectangle), head_rank(desk.copies[rectangle.story].article)
    return Receipt(
        photos=tuple(_photos(frames, rectangle, desk)),
        head=_head(rectangle.head, desk.layout.headlines[rank.value].steps),
        asked=cast.asked,
        air=rectangle.air,
        alone=cast.alone,
        low=_low(rectangle.body, cast),
    )


def _photos(frames: Sequence[Frame], rectangle: Rectangle, desk: Desk) -> Iterator[PhotoFit]:
    """Yield how every photo stands."""
    photos = {photo.id: photo for row in rectangle.photo_rows for photo in row.photos}
    for frame in frames:
        if isinstance(frame, PhotoFrame):
            yield _photo(frame, photos.get(frame.photo), desk.layout)


def _photo(frame: PhotoFrame, photo: Photo | None, layout: Layout) -> PhotoFit:
    """Return how a photo stands; its height is counted in whole lines, as its place is."""
    box, crop = frame.box, frame.crop
    across, down = crop.right - crop.left, crop.bottom - crop.top
    return PhotoFit(
        photo=frame.photo,
        width=round(box.width, 1),
        lines=round(box.height / layout.line),
        natural=round(box.height / down * across / layout.line, 1),
        cropped=round(1 - across * down, 3),
        ppi=round(placed_ppi(photo, box.width, box.height)) if photo and photo.pixels else 0,
    )


def _head(head: HeadBlock, steps: Sequence[float]) -> HeadFit:
    """Return the step of the headline and the lines of the head's parts."""
    size = head.headline.size
    step = steps.index(size) + 1 if size in steps else 0
    return HeadFit(step, len(steps), _lines(head.headline), _lines(head.kicker), _lines(head.deck))


def _lines(part: HeadPart | None) -> int:
    return len(part.lines) if part else 0


def _low(body: Body, cast: CastLegs) -> int:
    """Return how many legs end a line above the others; none where the page is short."""
    low = [room - len(leg) for room, leg in zip(body.rooms, cast.legs, strict=True) if room]
    if low and cast.jump:
        low[-1] -= 1
    return sum(low) if max(low, default=0) <= 1 else 0
