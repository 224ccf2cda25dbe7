"""A receipt in words: what was done to a story, in the order in which make-up tries it."""

from collections.abc import Iterator, Sequence

from newsletter.language import _, ngettext
from newsletter.receipt import Asked, HeadFit, PhotoFit, Receipt

NOTICED = 0.02
"""The share of a photo from which a crop is told."""


def done(receipt: Receipt) -> str:
    """Return all that was done as one line; what was left as it is goes unsaid."""
    return _("; ").join(words(receipt)) or _("nothing, all at its best")


def order_of_limits() -> str:
    """Return in what order limits are used, the leading last."""
    return _(
        "Limits are used in this order: height and crop of photos, step of the headline, paragraphs a line "
        "longer or shorter, white in the head, the sign-off line on its own, last the leading of the page."
    )


def words(receipt: Receipt) -> Iterator[str]:
    """Yield what was done, in the order of the limits."""
    if photos := [_photo(each) for each in receipt.photos if each.cropped >= NOTICED]:
        yield _("photos: {photos}").format(photos=_(", ").join(photos))
    yield from _head(receipt.head)
    yield from _paragraphs([each for each in receipt.asked if each.more > 0])
    yield from _paragraphs([each for each in receipt.asked if each.more < 0])
    if receipt.air:
        n = receipt.air
        yield ngettext("{n} line of white in the head", "{n} lines of white in the head", n).format(n=n)
    if receipt.alone:
        yield _("sign-off on its own line")
    if receipt.low:
        n = receipt.low
        yield ngettext("{n} leg a line shorter", "{n} legs a line shorter", n).format(n=n)


def _photo(photo: PhotoFit) -> str:
    """Return a photo's height beside that of the whole original, and what the crop takes of it."""
    percent, natural = round(100 * photo.cropped), round(photo.natural)
    if natural == photo.lines:
        return _("{photo} {percent} % cropped").format(photo=photo.photo, percent=percent)
    return _("{photo} {lines} lines high, not {natural} ({percent} % cropped)").format(
        photo=photo.photo, lines=photo.lines, natural=natural, percent=percent
    )


def _head(head: HeadFit) -> Iterator[str]:
    if head.step > 1:
        yield _("headline at step {step} of {steps}").format(step=head.step, steps=head.steps)
    if head.kicker > 1:
        yield _("kicker on {n} lines").format(n=head.kicker)
    if head.deck > 1:
        yield _("deck on {n} lines").format(n=head.deck)


def _paragraphs(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield which paragraphs gained a line, or which lost one, and what that did to the white in them."""
    if not asked:
        return
    n, numbers = len(asked), _(", ").join(str(each.paragraph) for each in asked)
    stretch = max((each.stretch for each in asked), key=abs)
    if asked[0].more > 0:
        text = ngettext("paragraph {numbers} a line longer", "paragraphs {numbers} a line longer", n)
    else:
        text = ngettext("paragraph {numbers} a line shorter", "paragraphs {numbers} a line shorter", n)
    said = text.format(numbers=numbers)
    yield said + (_(" (at most {em:+.2f} em)").format(em=stretch) if round(stretch, 2) else "")
