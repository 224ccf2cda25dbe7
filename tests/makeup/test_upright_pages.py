"""Pages with vertical headlines: the headline stands beside the legs, nothing overlaps, no line is lost."""

from itertools import combinations
from pathlib import Path

import pytest

from newsletter.dummy import Dummy, PhotoFrame, Role, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Direction
from newsletter.layout import Layout, read_layout
from newsletter.makeup import make_up
from newsletter.manifest import load

ROOT = Path(__file__).resolve().parents[2]
STORIES = ("robot-cell", "alumni", "osmanthus", "opening")


def _made(side: str) -> tuple[Dummy, Layout]:
    issue, layout = load(ROOT, "issue-001").value, read_layout("tabloid", [ROOT / "layouts"]).value
    assert issue and layout
    upright = layout.upright.model_copy(update={"side": side})
    layout = layout.model_copy(update={"upright": upright})
    articles = tuple(
        each.model_copy(update={"headline_style": Direction.VERTICAL}) if each.id in STORIES else each
        for each in issue.articles
    )
    issue = issue.model_copy(update={"articles": articles})
    dummy = make_up(issue, layout, FontBook.open([ROOT / "fonts"])).value
    assert dummy
    return dummy, layout


@pytest.mark.parametrize("side", ["left", "right"])
def test_vertical_heads_stand_beside_their_legs(side: str) -> None:
    dummy, layout = _made(side)
    seen = set()
    for page in dummy.pages:
        assert page.short == page.overset == 0 or all(fit.short < max(2, fit.legs) for fit in page.fits)
        solid = [frame for frame in page.frames if isinstance(frame, TextFrame | PhotoFrame)]
        assert not any(one.box.meets(other.box, 0.2) for one, other in combinations(solid, 2))
        for frame in solid:
            assert frame.box.x >= layout.left - 0.01
            assert frame.box.right <= layout.left + layout.span(layout.grid.columns) * layout.em + 0.01
            if isinstance(frame, TextFrame) and frame.role is Role.HEADLINE and frame.vertical:
                seen.add(frame.story)
                legs = [each for each in solid if isinstance(each, TextFrame) and each.role is Role.LEG]
                own = [each.box for each in legs if each.story == frame.story]
                assert own and all(
                    box.x >= frame.box.right if side == "left" else box.right <= frame.box.x for box in own
                )
    assert seen == set(STORIES)
