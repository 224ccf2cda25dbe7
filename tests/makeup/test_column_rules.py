"""Rules between columns: between stories side by side, and never along a box."""

from pathlib import Path

import pytest

from newsletter.dummy import DummyPage, GroundFrame, RuleFrame
from newsletter.makeup import make_up
from newsletter.manifest import load
from newsletter.photos import measure
from tests.shipped import shipped_faces, shipped_layout

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages() -> tuple[DummyPage, ...]:
    found = load(ROOT, "issue-001").value
    assert found is not None
    issue = measure(found).value
    assert issue is not None
    dummy = make_up(issue, shipped_layout("tabloid"), shipped_faces()).value
    assert dummy is not None
    return dummy.pages


def _upright(page: DummyPage) -> list[RuleFrame]:
    return [each for each in page.frames if isinstance(each, RuleFrame) and each.box.height > each.box.width]


def test_no_rule_runs_along_a_box(pages: tuple[DummyPage, ...]) -> None:
    gutter = shipped_layout("tabloid").grid.gutter * shipped_layout("tabloid").em
    boxes = [(page, each) for page in pages for each in page.frames if isinstance(each, GroundFrame)]
    assert boxes
    for page, ground in boxes:
        for rule in _upright(page):
            beside = (
                -gutter < rule.box.x - ground.box.right < gutter
                or -gutter < ground.box.x - rule.box.x < gutter
            )
            over = min(rule.box.bottom, ground.box.bottom) - max(rule.box.y, ground.box.y)
            assert not (beside and over > 0)


def test_stories_side_by_side_are_parted_by_a_rule(pages: tuple[DummyPage, ...]) -> None:
    assert all(_upright(page) for page in pages)
