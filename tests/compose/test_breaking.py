"""The breaks are the best there are: compared with trying them all."""

from itertools import combinations, pairwise

import pytest
from rulers import NEWS, paragraph, setting

from newsletter.compose.breaking import best_breaks
from newsletter.compose.galley import galley
from newsletter.compose.loosening import breaks_in
from newsletter.compose.pricing import REACH, price, room_of, white_of
from newsletter.fonts import FontBook


@pytest.mark.parametrize(
    "text", ["春江，花月（夜）2026年听，涛声。“好”一句", "院长A说：用Python写，读100页书，走。", NEWS[4][:30]]
)
@pytest.mark.parametrize("measure", [5.0, 6.0, 7.5])
@pytest.mark.parametrize(
    "edges", [("half", "half"), ("half", "either"), ("full", "full"), ("full", "either")]
)
def test_no_other_breaks_cost_less(book: FontBook, text: str, measure: float, edges: tuple[str, str]) -> None:
    each = setting(measure, indent=1.0, line_start=edges[0], line_end=edges[1])
    whole, room = galley(paragraph(text), each, book), room_of(each, 1.0)
    last = len(whole.breaks) - 1

    def cost(way: tuple[int, ...]) -> float:
        return sum(price(whole, room, *ends) + whole.penalties[ends[1]] for ends in pairwise(way))

    def allowed(way: tuple[int, ...]) -> bool:
        loose = any(white_of(whole, room, *ends) > REACH for ends in pairwise(way[:-1]))
        return way[-2] <= whole.orphan and not loose

    ways = [(0, *inner, last) for size in range(1, 7) for inner in combinations(range(1, last), size)]
    assert cost(best_breaks(whole, room)) <= min(cost(way) for way in ways if allowed(way)) + 1e-9


@pytest.mark.parametrize("text", NEWS[:3])
def test_the_loop_written_out_agrees_with_the_prices(book: FontBook, text: str) -> None:
    for measure in (12.0, 15.0, 21.0):
        whole = galley(paragraph(text), setting(measure), book)
        room = room_of(setting(measure), 2.0)
        best = best_breaks(whole, room)
        same = breaks_in(whole, room, len(best) - 1)
        if same:
            total, other = (
                sum(price(whole, room, *ends) + whole.penalties[ends[1]] for ends in pairwise(way))
                for way in (best, same)
            )
            assert total <= other + 1e-9
