"""Receipts: what they say was done is what is seen on the page."""

import pytest
from pages import page
from test_pages import SEEDS, _made

from newsletter.dummy import PhotoFrame
from newsletter.makeup.copyfit import Copy
from tests.shipped import shipped_faces, shipped_layout


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_are_those_at_best_and_those_asked_for(seed):
    issue, dummy = _made(seed)
    for fit in dummy.pages[0].fits:
        best = Copy(issue.article(fit.story), shipped_layout("tabloid"), shipped_faces()).count(fit.measure)
        asked = sum(each.more for each in fit.receipt.asked)
        assert fit.lines == best + asked + fit.receipt.alone


@pytest.mark.parametrize("seed", SEEDS)
def test_heads_and_photos_are_as_told(seed):
    issue, dummy = _made(seed)
    frames = {each.photo: each for each in dummy.pages[0].frames if isinstance(each, PhotoFrame)}
    for fit in dummy.pages[0].fits:
        steps = shipped_layout("tabloid").headlines[issue.article(fit.story).rank].steps
        assert steps[fit.receipt.head.step - 1] == fit.headline_size
        assert fit.receipt.head.steps == len(steps)
        for photo in fit.receipt.photos:
            box = frames[photo.photo].box
            assert photo.lines == round(box.height / shipped_layout("tabloid").line)
            assert photo.width == pytest.approx(box.width, abs=0.06)
            assert 0 <= photo.cropped <= shipped_layout("tabloid").limits.crop + 0.01


@pytest.mark.parametrize("seed", SEEDS)
def test_paragraphs_are_known_by_their_number(seed):
    issue, dummy = _made(seed)
    for fit in dummy.pages[0].fits:
        paragraphs = issue.article(fit.story).manuscript.paragraphs
        for each in fit.receipt.asked:
            assert paragraphs[each.paragraph - 1].text.startswith(each.text)
            assert each.more in (-1, 1)


def test_the_receipt_is_data_in_the_dummy():
    told = _made(SEEDS[0])[1].as_data()["pages"][0]
    assert set(told["stories"][0]["receipt"]) == {"photos", "head", "asked", "air", "alone", "low"}
    assert told["fill"] == pytest.approx(1.0, abs=0.05)
    assert page(SEEDS[0], shipped_layout("tabloid")).articles[0].id in {
        each["story"] for each in told["stories"]
    }
