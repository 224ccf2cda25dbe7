"""The ink of the pages: how much there is, where most of it lies, plate by plate where plates were drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.diagnostics import Spot
from newsletter.language import _
from newsletter.report.finished import PageInk
from newsletter.report.pictures import data_address

if TYPE_CHECKING:
    from newsletter.press import PressFile


@dataclass(frozen=True, slots=True)
class InkView:
    """What the report shows of a page's ink, in words; ``picture`` is empty where no plates were drawn."""

    page: int
    title: str
    picture: str
    words: str
    over: bool
    plates: tuple[tuple[str, str, str], ...]


def ink_views(drawn: Sequence[PageInk], facts: "PressFile | None", limit: float | None) -> Iterator[InkView]:
    """Yield the ink of each page: as it was drawn, else the heaviest colour that the file names."""
    known = {each.page: each for each in drawn}
    for sheet in facts.pages if facts else ():
        if sheet.number in known:
            yield _drawn(known[sheet.number], limit)
        elif sheet.heaviest_ink is not None:
            most, at = sheet.heaviest_ink.value, sheet.heaviest_ink.at
            words = _("largest ink of type and tints {most:.0f} %, {place}").format(
                most=most, place=_place(at)
            )
            yield InkView(sheet.number, _page(sheet.number), "", words, _is_over(most, limit), ())


def _drawn(ink: PageInk, limit: float | None) -> InkView:
    words = _("mean {mean:.0f} %, most {most:.0f} %, {place}")
    plates = tuple((_plate(each.name), f"{each.mean:.1f} %", f"{each.maximum:.0f} %") for each in ink.plates)
    return InkView(
        ink.page,
        _page(ink.page),
        data_address(ink.picture),
        words.format(mean=ink.mean, most=ink.maximum, place=_place(ink.heaviest)),
        _is_over(ink.maximum, limit),
        plates,
    )


def placed_ink(facts: "PressFile | None", drawn: Sequence[PageInk]) -> dict[Spot, float]:
    """Return the most ink of placed pictures by their place, in per cent."""
    known = {each.page: each.placed for each in drawn}
    return {
        picture.at: ink
        for sheet in (facts.pages if facts else ())
        for picture, ink in zip(sheet.pictures, known.get(sheet.number, ()), strict=False)
    }


def _plate(name: str) -> str:
    """Return a plate's name for people; a spot colour keeps its own."""
    words = {"Cyan": _("cyan"), "Magenta": _("magenta"), "Yellow": _("yellow"), "Black": _("black")}
    return words.get(name, name)


def key_to_colours() -> str:
    """Return what the colours of the pictures mean."""
    return _("In the pictures yellow is half of that, red all of it, violet more.")


def _page(number: int) -> str:
    return _("Page {page}").format(page=number)


def _is_over(most: float, limit: float | None) -> bool:
    return limit is not None and most > limit


def _place(at: Spot) -> str:
    return _("{x:.0f} mm from the left, {y:.0f} mm from the top").format(x=at.x, y=at.y)
