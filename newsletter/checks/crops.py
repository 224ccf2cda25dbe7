"""Rules about crops: shapes are kept, no more is cut away than the layout allows, nothing is a sliver."""

from collections.abc import Iterator

from newsletter.checks.makeup import spot_of
from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import MadeUp, PhotoFrame
from newsletter.issue import Photo, PhotoStyle
from newsletter.language import _
from newsletter.makeup.crop import aspect, crop_need, is_whole, kept_shape
from newsletter.makeup.groupblock import NARROWEST
from newsletter.makeup.portraits import NARROWEST as NARROWEST_HEAD
from newsletter.photo_groups import are_portraits, group_of
from newsletter.rulebook import check

HAIR = 0.005
STRIP = 4.0
"""How many times as long as broad a photo is that is a strip."""
BLIND = 0.2


def _placed(made: MadeUp) -> Iterator[tuple[int, PhotoFrame, Photo]]:
    """Return the photos of the dummy that could be read, with their page."""
    for page in made.dummy.pages:
        for frame in page.frames:
            photo = made.issue.photo(frame.photo) if isinstance(frame, PhotoFrame) else None
            if isinstance(frame, PhotoFrame) and photo and photo.pixels:
                yield page.number, frame, photo


def _cropped(made: MadeUp) -> Iterator[tuple[int, PhotoFrame, Photo]]:
    """Return the placed photos that may be cropped, with their page."""
    yield from (each for each in _placed(made) if not is_whole(each[2]))


@check("P023", "shape_not_kept", Severity.ERROR)
def shape_not_kept(made: MadeUp) -> Iterator[Finding]:
    """A photo does not keep the shape that its `keep` asks for.

    Nothing on the page could be made to fit it, so the photo was cropped to the place that there is.

    Example: `keep: 9:1`. Way out: a shape nearer to a page's, another page, or fewer photos.
    """
    for page, frame, photo in _cropped(made):
        need = crop_need(photo, frame.box.width, frame.box.height, 1.0)
        if kept_shape(photo) is not None and not need.allowed:
            message = _(
                "Page {page}: the photo “{photo}” should keep {keep} and stands in {width} × {height} mm."
            )
            message = message.format(
                page=page,
                photo=photo.id,
                keep=photo.keep,
                width=round(frame.box.width),
                height=round(frame.box.height),
            )
            hint = _("Let it keep a shape nearer to that, or give its story more room.")
            yield Finding(photo.at("keep"), message, hint, spot_of(page, frame.box))


@check("P024", "cropped_too_much", Severity.WARNING)
def cropped_too_much(made: MadeUp) -> Iterator[Finding]:
    """More is cut away from a photo than the layout allows (`limits.crop`).

    It is a strip, much wider or taller than any place on the page, or the page had no other place left.

    Example: a panorama of 10:1 in one column. Way out: crop it yourself to what matters, or `keep: whole`
    where all of it must be seen.
    """
    for page, frame, photo in _cropped(made):
        if _is_cut_too_much(made, frame, photo):
            message = _("Page {page}: {share} % of the photo “{photo}” is cut away.")
            message = message.format(page=page, share=round(_lost(frame) * 100), photo=photo.id)
            hint = _("Crop it yourself to what matters, or take another photo.")
            yield Finding(photo.at("file"), message, hint, spot_of(page, frame.box))


def _lost(frame: PhotoFrame) -> float:
    """Return the share of an original's longer side that is cut away."""
    return 1 - min(frame.crop.right - frame.crop.left, frame.crop.bottom - frame.crop.top)


def _is_cut_too_much(made: MadeUp, frame: PhotoFrame, photo: Photo) -> bool:
    """Return whether more is cut away than the layout allows, though nobody asked for a shape."""
    free = kept_shape(photo) is None and not are_portraits(group_of(photo, made.issue))
    return free and _lost(frame) > made.layout.limits.crop + HAIR


@check("P029", "photo_is_a_strip", Severity.WARNING)
def photo_is_a_strip(made: MadeUp) -> Iterator[Finding]:
    """A photo is far wider than high, or far higher than wide.

    Whole it is a strip in which nothing can be made out; in any other shape most of it is cut away. And it
    takes the page's freedom: across few columns such a photo has no height at all, so its story must stand
    wide, or long.

    Example: a panorama of 10:1, a screenshot of a whole web page. Way out: cut the original to what matters,
    or give the panorama the width of the page.
    """
    for page, frame, photo in _placed(made):
        strip = not 1 / STRIP < aspect(photo) < STRIP
        told = _is_cut_too_much(made, frame, photo) or _is_too_narrow(made, frame, photo)
        if strip and not told:
            hint = _strip_hint(aspect(photo))
            yield Finding(photo.at("file"), _strip(page, frame, photo), hint, spot_of(page, frame.box))


def _strip(page: int, frame: PhotoFrame, photo: Photo) -> str:
    """Return what a strip does to its page."""
    times = aspect(photo)
    wide = _(
        "Page {page}: the photo “{photo}” is {times} times as wide as it is high; it stands in"
        " {width} × {height} mm, {share} % of it cut away."
    )
    high = _(
        "Page {page}: the photo “{photo}” is {times} times as high as it is wide; it stands in"
        " {width} × {height} mm, {share} % of it cut away."
    )
    return (wide if times > 1 else high).format(
        page=page,
        photo=photo.id,
        times=f"{max(times, 1 / times):.2g}",
        share=round(_lost(frame) * 100),
        width=round(frame.box.width),
        height=round(frame.box.height),
    )


def _strip_hint(times: float) -> str:
    if times > 1:
        return _("Cut it to what matters, or give it the width of the page.")
    return _("Cut it to what matters, at most twice as high as wide.")


def _is_too_narrow(made: MadeUp, frame: PhotoFrame, photo: Photo) -> bool:
    """Return whether a photo is narrower than its caption asks for."""
    heads = photo.style is PhotoStyle.PORTRAITS
    return frame.box.width < (NARROWEST_HEAD if heads else NARROWEST) * made.layout.em - HAIR


@check("P028", "photo_too_narrow", Severity.WARNING)
def photo_too_narrow(made: MadeUp) -> Iterator[Finding]:
    """A photo stands narrower than six characters of the text, and its caption falls to pieces.

    Such a place is taken only where no other is left: for a very tall photo, or for too many side by side.
    Heads in a row of portraits, which have names alone under them, may be five characters wide.

    Example: a photo of 1:10 beside another. Way out: crop it yourself, or take one photo less.
    """
    for page, frame, photo in _placed(made):
        if _is_too_narrow(made, frame, photo):
            message = _("Page {page}: the photo “{photo}” is only {width} mm wide.")
            message = message.format(page=page, photo=photo.id, width=round(frame.box.width))
            hint = _("Crop it yourself to what matters, or take one photo less.")
            yield Finding(photo.at("file"), message, hint, spot_of(page, frame.box))


@check("P037", "cropped_without_focus", Severity.NOTE)
def cropped_without_focus(made: MadeUp) -> Iterator[Finding]:
    """A fifth and more of a photo is cut away, and nobody has said where its faces are.

    A crop keeps the point of `focus` and cuts around it; without one it takes the middle, and heads stand
    mostly above it.

    Example: an upright group picture in a wide place. Way out: `focus: [0.5, 0.3]`, the point that no crop
    may lose.
    """
    for page, frame, photo in _cropped(made):
        lost = 1 - min(frame.crop.right - frame.crop.left, frame.crop.bottom - frame.crop.top)
        if "focus" not in photo.places and kept_shape(photo) is None and lost >= BLIND:
            message = _("Page {page}: {share} % of the photo “{photo}” is cut away, without a focus.")
            message = message.format(page=page, share=round(lost * 100), photo=photo.id)
            yield Finding(photo.at("id"), message, _("Write “focus: [0.5, 0.3]”."), spot_of(page, frame.box))
