"""Pages side by side: paired by what stands on them, changes framed once, what only moved framed as one."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from newsletter.comparison import compare
from newsletter.comparison.content import Content, PhotoContent, StoryContent
from newsletter.comparison.items import blocks_of
from newsletter.comparison.made import MadePage, TextPlace
from newsletter.comparison.pages import page_changes
from newsletter.comparison.pairs import pairs
from newsletter.comparison.places import Copy, places
from newsletter.lengths import Mm
from newsletter.press import Area

MM = 4
"""Pixels of a drawn page to a millimetre."""
WIDTH, HEIGHT = 100, 120
LEADING = Mm(5.0)


def _area(x, y, width, height):
    return Area(*map(Mm, (x, y, width, height)))


def _leg(story, lines, x=5, y=10, width=40):
    return TextPlace("leg", story, _area(x, y, width, 5 * len(lines)), tuple(lines), LEADING, False)


def _page(path, number, *legs, extra=()):
    """Draw a page of legs, each line as black squares by its characters, and return it."""
    picture = Image.new("RGB", (WIDTH * MM, HEIGHT * MM), "white")
    draw = ImageDraw.Draw(picture)
    for leg in legs:
        for row, line in enumerate(leg.lines):
            for at, character in enumerate(line):
                left, top = leg.area.x + 3.5 * at, leg.area.y + LEADING * row + 1
                size = 1 + ord(character) % 5 * 0.5
                box = (left * MM, top * MM, (left + size) * MM, (top + size) * MM)
                draw.rectangle(box, fill="black")
    for box in extra:
        draw.rectangle(tuple(each * MM for each in box), fill="black")
    target = io.BytesIO()
    picture.save(target, "PDF", resolution=25.4 * MM)
    path.write_bytes(target.getvalue())
    fits = tuple((leg.story, leg.area) for leg in legs)
    return MadePage(path, 1, f"P{number}", "x", fits, legs)


def _content(stories, photos=()):
    return Content("x", {}, tuple(StoryContent(*each) for each in stories), tuple(photos))


def _found(old, new, before, after):
    blocks = blocks_of(compare(before, after))
    known = frozenset(each.id for each in before.stories)
    return page_changes((old,), (new,), blocks, lambda _page: None, known)


def _kinds(state):
    return [(frame.kind, frame.number) for frame in state.frames]


ONE = "甲乙丙丁戊己庚辛。"
LINES = ("子丑寅卯辰巳", "午未申酉戌亥。", "甲乙丙丁戊己", "庚辛。")


def test_pages_that_look_alike_are_not_shown(tmp_path):
    pages = [_page(tmp_path / name, 1, _leg("a", LINES)) for name in ("old", "new")]
    content = _content([("a", {}, "".join(LINES))])
    assert _found(*pages, content, content) == ()


def test_one_character_is_one_narrow_frame(tmp_path):
    other = (*LINES[:2], "甲乙丙丁戊天", "庚辛。")
    old, new = (_page(tmp_path / str(n), 1, _leg("a", lines)) for n, lines in enumerate((LINES, other)))
    before, after = (_content([("a", {}, "".join(lines))]) for lines in (LINES, other))
    (page,) = _found(old, new, before, after)
    assert _kinds(page.old) == _kinds(page.new) == [("change", 1)]
    (frame,) = page.new.frames
    assert 20 <= frame.area.x <= 23 and frame.area.width < 7 and 19 < frame.area.y < 22


def test_a_column_shifted_by_a_line_is_one_frame_beside_the_change(tmp_path):
    other = ("新添上的一句。", *LINES)
    old = _page(tmp_path / "old", 1, _leg("a", LINES), _leg("b", LINES, x=55))
    new = _page(tmp_path / "new", 1, _leg("a", other), _leg("b", LINES, x=55))
    text = "".join(LINES)
    before = _content([("a", {}, text), ("b", {}, text)])
    after = _content([("a", {}, f"新添上的一句。{text}"), ("b", {}, text)])
    (page,) = _found(old, new, before, after)
    assert sorted(_kinds(page.new)) == [("change", 1), ("set-anew", 0)]
    assert _kinds(page.old) == [("set-anew", 0)]
    assert all(frame.area.x + frame.area.width < 50 for frame in page.new.frames)


def test_what_stands_in_no_list_is_framed_apart(tmp_path):
    old = _page(tmp_path / "old", 1, _leg("a", LINES))
    new = _page(tmp_path / "new", 1, _leg("a", LINES), extra=[(70, 100, 80, 104)])
    content = _content([("a", {}, "".join(LINES))])
    (page,) = _found(old, new, content, content)
    assert _kinds(page.old) == _kinds(page.new) == [("other", 0)]
    assert page.new.frames[0].area.x < 70 < 80 < page.new.frames[0].area.x + page.new.frames[0].area.width


def test_words_that_are_not_found_on_the_page_are_not_called_the_same(tmp_path):
    other = (*LINES[:3], "庚天。")
    old, new = (_page(tmp_path / str(n), 1, _leg("a", lines)) for n, lines in enumerate((LINES, other)))
    before, after = (_content([("a", {}, text)]) for text in ("".join(LINES), "".join(LINES) + "别的话。"))
    (page,) = _found(old, new, before, after)
    assert _kinds(page.new) == [("other", 0)]


def test_a_swapped_photo_of_the_same_size_is_framed(tmp_path):
    from dataclasses import replace

    old, new = (_page(tmp_path / str(n), 1, extra=[(10, 10, 40, 30 + n)]) for n in (0, 5))
    old, new = (replace(each, photos=(("p", _area(10, 10, 30, 35)),)) for each in (old, new))
    before, after = (_content((), [PhotoContent("p", {}, sha)]) for sha in ("1", "2"))
    (page,) = _found(old, new, before, after)
    assert _kinds(page.old) == _kinds(page.new) == [("change", 1)]


def _bare(number, *stories):
    return MadePage(None, number, "", "x", tuple((each, _area(0, 0, 1, 1)) for each in stories))


def _numbers(found):
    return [(old and old.number, new and new.number) for old, new in found]


def test_a_page_put_in_is_new_and_the_others_are_themselves():
    old = (_bare(1, "a", "b"), _bare(2, "c"), _bare(3, "d"))
    new = (_bare(1, "a", "b"), _bare(2, "e"), _bare(3, "c"), _bare(4, "d"))
    assert _numbers(pairs(old, new)) == [(1, 1), (None, 2), (2, 3), (3, 4)]
    assert _numbers(pairs(new, old)) == [(1, 1), (2, None), (3, 2), (4, 3)]


PAGES = st.lists(st.sets(st.sampled_from("abcdef"), max_size=3), max_size=6)


@given(PAGES, PAGES)
def test_every_page_stands_once_and_in_its_order(one, other):
    old, new = (tuple(_bare(n, *each) for n, each in enumerate(pages, 1)) for pages in (one, other))
    found = _numbers(pairs(old, new))
    assert [number for number, _new in found if number] == [page.number for page in old]
    assert [number for _old, number in found if number] == [page.number for page in new]


TEXT = st.text(alphabet="学院校光。**，\n", min_size=1, max_size=40)


@given(TEXT, st.integers(1, 7), st.data())
def test_a_sentence_is_found_where_its_lines_stand(text, measure, data):
    bare = "".join(text.replace("*", "").split())
    lines = [bare[start : start + measure] for start in range(0, len(bare), measure)]
    made = (MadePage(None, 1, "", "x", texts=(_leg("a", lines[:3]), _leg("a", lines[3:], x=60))),)
    start = data.draw(st.integers(0, len(bare)))
    stop = data.draw(st.integers(start, len(bare)))
    found = Copy("a", made).places(bare[start:stop], start)
    first, last = start // measure, max(start, stop - 1) // measure
    expected = [leg for leg in (range(3), range(3, 99)) if {*range(first, last + 1)} & {*leg}]
    assert len(found) == (len(expected) if stop > start else 0)
    rows = sum(round(each.area.height / LEADING) for each in found)
    assert rows == (last - first + 1 if found else 0)


@pytest.mark.parametrize(("near", "row"), [(0, 0), (6, 1)])
def test_of_two_equal_sentences_the_nearest_is_meant(near, row):
    made = (MadePage(None, 1, "", "x", texts=(_leg("a", ["同意。好。", "同意。完。"]),)),)
    (place,) = Copy("a", made).places("同意。", near)
    assert place.area.y == 10 + 5 * row


def test_a_paragraph_that_moved_to_another_story_is_one_change_that_says_so():
    text = "第一句在这里。第二句也在这里。"
    before = _content([("a", {"headline": "甲"}, f"前面。\n{text}\n"), ("b", {"headline": "乙"}, "后面。\n")])
    after = _content([("a", {"headline": "甲"}, "前面。\n"), ("b", {"headline": "乙"}, f"后面。\n{text}\n")])
    a, b = blocks_of(compare(before, after))
    assert [(each.went_to, each.old.strip()) for each in a.items] == [("b", text)]
    assert [(each.came_from, each.new.strip()) for each in b.items] == [("a", text)]


def test_changes_are_numbered_through():
    before = _content(
        [("a", {"headline": "甲"}, "一。二。"), ("b", {}, "三。")], [PhotoContent("p", {}, "1")]
    )
    after = _content([("a", {"headline": "天"}, "一。地。"), ("c", {}, "四。")], [PhotoContent("p", {}, "2")])
    blocks = blocks_of(compare(before, after))
    assert [item.number for block in blocks for item in block.items] == [1, 2, 3, 4, 5]
    assert [(block.id, block.fate, len(block.items)) for block in blocks] == [
        ("a", "changed", 2),
        ("c", "added", 1),
        ("b", "removed", 1),
        ("p", "changed", 1),
    ]
    assert places(blocks[0], blocks[0].items[0], (), new=True) == ()
