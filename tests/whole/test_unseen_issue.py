"""Issues that nobody designed for: one long story with ten photos; no page plan."""

import json
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from newsletter.dummy import Box
from newsletter.measure import measure
from tests.studio import camera_noise
from tests.whole import printed
from tests.whole.workshop import GOOD, ROOT, Workshop, copy_of, once

SENTENCE = "联合体成员单位{n}家,涵盖光通信、激光与检测三个方向,学生“进厂”第{n}周就能上岗,他说:“这很难得.” "
CREDITS = [f"摄影者{each}" for each in "甲乙丙丁戊己庚辛壬癸"]


def _copy(characters: int) -> str:
    """Return copy with ASCII punctuation, so many characters long."""
    paragraphs, length, at = [], 0, 1
    while length < characters:
        paragraph = "".join(SENTENCE.format(n=at + each) for each in range(5))
        paragraphs.append(paragraph[: characters - length])
        length, at = length + len(paragraph), at + 5
    return "\n\n".join(paragraphs)


def _photo(at: int, source: Path) -> dict[str, object]:
    width, height = ((1800, 1200), (1200, 1800), (1800, 1350))[at % 3]
    camera_noise(width, height, at).save(source / "photos" / f"p{at}.jpg", quality=88)
    caption = f"第{at + 1}幅图片的说明文字"
    return {
        "id": f"p{at}",
        "file": f"photos/p{at}.jpg",
        "caption": caption,
        "credit": CREDITS[at],
        "consent": True,
    }


def _write(path: Path, data: object) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _front_page(folder: Path) -> None:
    """Make and build an issue of one page: one story of 1 900 characters, ten photos."""
    workshop = copy_of(ROOT, folder)
    for file in (*workshop.source.glob("articles/*"), *workshop.source.glob("photos/*")):
        file.unlink()
    (workshop.source / "articles" / "only.md").write_text(_copy(1900), "utf-8")
    photos = [_photo(at, workshop.source) for at in range(10)]
    story = {"id": "only", "file": "articles/only.md", "headline": "十幅照片记下联合体成立的一天"}
    more = {"deck": "四十六家单位签约", "rank": "lead", "photos": [each["id"] for each in photos]}
    _write(workshop.source / "articles.yaml", [story | more])
    _write(workshop.source / "photos.yaml", photos)
    sheet = yaml.safe_load((workshop.source / "issue.yaml").read_text("utf-8"))
    sheet["pages"] = [{"page": 1, "name": "要闻", "articles": ["only"]}]
    _write(workshop.source / "issue.yaml", sheet)
    run = workshop.run("build", "--format", "json")
    (folder / "said.json").write_text(run.stdout, "utf-8")


@pytest.fixture(scope="module")
def front_page(shared: Path) -> Workshop:
    return Workshop(once(shared / "front", _front_page))


def _codes(workshop: Workshop) -> set[str]:
    said = json.loads((workshop.folder / "said.json").read_text("utf-8"))
    return {each["code"] for each in (said["findings"] if isinstance(said, dict) else said)}


def test_a_front_page_of_one_story_has_room(front_page: Workshop) -> None:
    dummy = json.loads((front_page.dist / "dummy.json").read_text("utf-8"))
    assert [page["overset"] for page in dummy["pages"]] == [0]
    assert not _codes(front_page) & {"Y001", "Y004", "Y005", "P020"}


def test_its_copy_is_printed_whole_with_proper_punctuation(front_page: Workshop) -> None:
    (text,) = printed.pages(front_page.pdf)
    (article,) = front_page.issue().articles
    assert printed.copy_of_story(article) in text
    assert "," not in text[text.index("联合体成员单位1家") :][:1500]


def test_all_its_photos_are_there_with_their_credits(front_page: Workshop) -> None:
    (text,) = printed.pages(front_page.pdf)
    assert [each for each in CREDITS if f"{each}摄" not in text] == []
    (sheet,) = front_page.facts().pages
    boxes = [Box(each.at.x, each.at.y, each.at.width, each.at.height) for each in sheet.pictures]
    assert len(boxes) == 10
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_its_lines_are_straight(front_page: Workshop) -> None:
    figures = measure(front_page.pdf)
    assert figures.full > 80
    assert figures.flush >= 0.99
    assert (figures.starts, figures.ends, figures.wide, figures.lone) == ((),) * 4
    assert figures.grid >= 0.99


def _without_pages(workshop: Workshop) -> Workshop:
    sheet = yaml.safe_load((workshop.source / "issue.yaml").read_text("utf-8"))
    del sheet["pages"]
    _write(workshop.source / "issue.yaml", sheet)
    return workshop


def test_an_issue_without_a_page_plan_is_built(tmp_path: Path) -> None:
    workshop = _without_pages(copy_of(GOOD, tmp_path / "workspace"))
    run = workshop.run("build")
    assert workshop.pdf.is_file(), run.stdout + run.stderr
    text = "".join(printed.pages(workshop.pdf))
    assert all(printed.copy_of_story(article) in text for article in workshop.issue().articles)


def test_the_sample_issue_finds_room_without_a_page_plan(tmp_path: Path) -> None:
    workshop = _without_pages(copy_of(ROOT, tmp_path / "workspace"))
    run = workshop.run("plan")
    dummy = json.loads((workshop.dist / "dummy.json").read_text("utf-8"))
    assert [page["overset"] for page in dummy["pages"]] == [0] * 4, run.stdout
