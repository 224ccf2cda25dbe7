"""Notes of a story and readings in the lines of manifests: read, numbered, written back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsletter.copy_source import read_copy
from newsletter.manifest import corrections, load, rewrites, write_back
from newsletter.manuscript import Block, Emphasis, Reading, Run

Edit = Callable[[str, str, str], None]
ART, PHO = "issue-001/articles.yaml", "issue-001/photos.yaml"


def test_notes_are_numbered_in_the_order_of_their_mention() -> None:
    text = "甲[^b]，乙[^a]，又甲[^b]。\n\n[^a]: 注甲\n续行\n[^b]：注乙\n\n后文。"
    copy = read_copy(text, "a.md")
    assert copy.reports == ()
    assert [(each.block, each.marker, each.text) for each in copy.manuscript.paragraphs] == [
        (Block.TEXT, "", "甲¹，乙²，又甲¹。"),
        (Block.TEXT, "", "后文。"),
        (Block.NOTE, "1", "注乙"),
        (Block.NOTE, "2", "注甲续行"),
    ]


def test_notes_know_their_place() -> None:
    text = "甲[^1]乙丙\n\n[^1]: 注甲**乙**丙"
    lines = text.split("\n")
    first, note = read_copy(text, "a.md").manuscript.paragraphs
    for paragraph, characters in ((first, "甲乙丙"), (note, "注甲乙丙")):
        for offset, character in enumerate(paragraph.text):
            at = paragraph.at(offset)
            if character in characters:
                assert lines[at.line - 1][at.column - 1] == character


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("甲[^1]。", ["C031"]),
        ("甲。\n\n[^1]: 注", ["C032"]),
        ("甲[^1]。\n\n[^1]: 注\n\n[^1]: 又注", ["C033"]),
    ],
)
def test_notes_without_their_fellow(text: str, codes: list[str]) -> None:
    assert [each.rule.code for each in read_copy(text, "a.md").reports] == codes


def test_more_than_nine_notes() -> None:
    text = "".join(f"甲[^{number}]" for number in range(1, 13))
    (paragraph,) = read_copy(text, "a.md").manuscript.paragraphs
    assert paragraph.text.endswith("甲¹²")


def test_stress_and_strong_together() -> None:
    (paragraph,) = read_copy("前***重***后**强*两*者**", "a.md").manuscript.paragraphs
    assert [(run.text, run.emphasis) for run in paragraph.runs] == [
        ("前", Emphasis.PLAIN),
        ("重", Emphasis.BOTH),
        ("后", Emphasis.PLAIN),
        ("强", Emphasis.STRONG),
        ("两", Emphasis.BOTH),
        ("者", Emphasis.STRONG),
    ]


def test_marks_stay_with_their_run() -> None:
    (paragraph,) = read_copy("说**“2026年”**好", "a.md").manuscript.paragraphs
    assert [run.text for run in paragraph.runs] == ["说", "“2026年”", "好"]


def test_a_reading_knows_its_place() -> None:
    (paragraph,) = read_copy("江{䶮|yǎn},说", "a.md").manuscript.paragraphs
    assert paragraph.text == "江䶮，说"
    assert [paragraph.at(offset).column for offset in range(4)] == [1, 3, 9, 10]


def test_readings_in_heads_and_captions(workspace: Path, edit: Edit) -> None:
    edit(ART, "headline: 自修室重新开放", 'headline: "{自|zì}修室, 重新{开放|kāi fàng}"')
    edit(PHO, "credit: 温雪", "credit: 温{雪|xuě}")
    issue = load(workspace, "issue-001").value
    assert issue is not None
    library, lamp = issue.articles[2], issue.photos[1]
    assert library.headline == "自修室，重新开放"
    assert library.readings == (("headline", Reading(0, 1, "zì")), ("headline", Reading(6, 8, "kāi fàng")))
    assert library.runs("headline")[0] == Run("自", Emphasis.PLAIN, "zì")
    assert lamp.credit == "温雪"
    assert lamp.runs("credit") == (Run("温"), Run("雪", Emphasis.PLAIN, "xuě"))
    (fix,) = corrections(workspace, "issue-001")
    assert fix.new == "{自|zì}修室，重新{开放|kāi fàng}"


def test_a_reading_in_a_headline_of_the_copy() -> None:
    copy = read_copy("# {解缙|Xiè Jìn}来了\n\n正文。", "a.md")
    assert copy.heading is not None
    assert copy.heading.readings == (Reading(0, 2, "Xiè Jìn"),)


def test_what_is_set_right_is_written_beside_notes_and_readings(workspace: Path, edit: Edit) -> None:
    old = "图书馆三层自修室经过一个暑假的改造，"
    edit("issue-001/articles/library.md", old, "图书馆 [^a],三层{自|zì},修室 *很*好[^a]。")
    path = workspace / "issues" / "issue-001" / "articles" / "library.md"
    path.write_text(path.read_text("utf-8") + "\n[^a]: 注,释\n", "utf-8")
    write_back(rewrites(workspace, corrections(workspace, "issue-001")))
    text = path.read_text("utf-8")
    assert text.startswith("图书馆 [^a]，三层{自|zì}，修室*很*好[^a]。")
    assert text.endswith("\n[^a]: 注，释\n")
