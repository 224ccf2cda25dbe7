"""The screen edition as it is heard: every paragraph whole and in order, every picture in words, all links said."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from newsletter.lengths import to_pt
from newsletter.manuscript import Block
from newsletter.press import read_tagged
from newsletter.press.operators import operations
from newsletter.press.screen.glyphs import parts_of_line
from newsletter.rulebook import examine
from tests.press.mixed import mixed_workshop
from tests.press.tagged import Node, tree_of
from tests.whole import conftest as whole
from tests.whole.workshop import GOOD, ROOT, SLUG, Workshop, copy_of, once

shared, press = whole.shared, whole.press


def _screen(workshop: Workshop) -> Path:
    return workshop.dist / f"{SLUG}.screen.pdf"


@pytest.fixture(scope="module")
def sample(press: whole.Built) -> Node:
    return tree_of(_screen(press.workshop))


@pytest.fixture(scope="module")
def mixed(shared: Path) -> Workshop:
    """The small issue with every kind of block in one story."""
    return mixed_workshop(shared)


@pytest.fixture(scope="module")
def heard(mixed: Workshop) -> Node:
    return tree_of(_screen(mixed))


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _silent(node: Node) -> Node:
    """Return an element without readings, which stand beside the copy."""
    kept = [each if isinstance(each, str) else _silent(each) for each in node.parts]
    return replace(node, parts=[each for each in kept if isinstance(each, str) or each.tag != "RT"])


def _story(tree: Node, headline: str) -> Node:
    (story,) = (each for each in tree.all("Art") if each.title == headline)
    return _silent(story)


def test_every_paragraph_is_one_element_and_says_the_copy(sample: Node, press: whole.Built) -> None:
    for article in press.workshop.issue().articles:
        said = [_even(each.text) for each in _story(sample, article.headline).all("P", "H2", "Caption")]
        for paragraph in article.manuscript.paragraphs:
            copy = _even(paragraph.marker + paragraph.text)
            signed = f"{copy} （{article.source}）"
            assert copy in said or signed in said, copy


def test_stories_are_read_in_the_order_of_the_copy(sample: Node, press: whole.Built) -> None:
    for article in press.workshop.issue().articles:
        text = "".join(_story(sample, article.headline).text.split())
        copy = ["".join(each.text.split()) for each in article.manuscript.paragraphs if not each.cell]
        at = text.index("".join(article.headline.split()))
        for each in copy:
            at = text.index(each, at) + len(each)


def test_every_picture_has_its_caption_for_words(sample: Node, press: whole.Built) -> None:
    captions = {each.caption for each in press.workshop.issue().photos}
    figures = sample.all("Figure")
    assert len(figures) == sum(len(page.pictures) for page in press.facts.pages)
    assert {each.alternative for each in figures} <= captions
    for figure in figures:
        (caption,) = figure.all("Caption")
        assert _even(caption.text).startswith(_even(figure.alternative))


def test_no_line_but_a_pull_quote_is_left_out(sample: Node, press: whole.Built) -> None:
    said = "".join(_silent(sample).text.split())
    for page in press.dummy["pages"]:
        for frame in page["frames"]:
            if frame["frame"] == "text" and frame["role"] != "pull-quote":
                assert all("".join(line.split()) in said for line in frame["lines"])


def test_credits_and_sign_off_lines_stand_apart(sample: Node) -> None:
    for caption in sample.all("Caption"):
        assert re.search(r"\s\S+ 摄$", caption.text)


@pytest.mark.parametrize("layout", ["broadsheet", "bulletin"])
def test_the_furniture_of_every_design_is_heard(layout: str, shared: Path) -> None:
    def make(folder: Path) -> None:
        workshop = copy_of(GOOD, folder)
        workshop.edit("issue.yaml", "layout: leaflet", f"layout: {layout}")
        workshop.run("build")

    workshop = Workshop(once(shared / f"heard-{layout}", make))
    said = "".join(tree_of(_screen(workshop)).text.split())
    publication = workshop.issue().publication
    for words in (publication.name, publication.permit.number, publication.notice, publication.recipients):
        assert "".join(words.split()) in said


def test_what_the_law_asks_for_is_heard(sample: Node, press: whole.Built) -> None:
    publication = press.workshop.issue().publication
    text = "".join(sample.text.split())
    for words in (
        publication.permit.number,
        publication.notice,
        publication.publisher,
        publication.recipients,
    ):
        assert "".join(words.split()) in text


def test_nothing_is_untagged(press: whole.Built, mixed: Workshop) -> None:
    for workshop in (press.workshop, mixed):
        file = read_tagged(_screen(workshop))
        assert file.marked and file.label == "1" and file.language == "zh-CN" and file.shows_title
        assert not any(page.loose or page.strays or page.lost or page.parted for page in file.pages)
        assert not file.mute
    with pikepdf.open(_screen(press.workshop)) as pdf:
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)


def test_words_of_another_script_stay_apart(heard: Node, mixed: Workshop) -> None:
    (article,) = (each for each in mixed.issue().articles if each.id == "contest")
    first = article.manuscript.paragraphs[0]
    assert _even(first.text) in [_even(each.text) for each in _story(heard, article.headline).all("P")]


def test_readings_are_read_with_their_characters(heard: Node) -> None:
    pairs = {(each.all("RB")[0].text, each.all("RT")[0].text) for each in heard.all("Ruby")}
    assert ("𬭎", "hóng") in pairs


def test_lists_stand_in_their_items(heard: Node) -> None:
    outer, inner = heard.all("L")
    assert [each.tag for each in outer.parts if isinstance(each, Node)] == ["LI", "LI"]
    first, second = (each for each in outer.parts if isinstance(each, Node))
    assert "量的人先看尺。" in first.text and inner in list(second.walk())
    assert [_even(each.text)[1:] for each in inner.all("LI")] == ["用什么量；", "在哪里量。"]


def test_tables_are_even(heard: Node) -> None:
    (table,) = heard.all("Table")
    rows = [[_even(cell.text) for cell in row.parts if isinstance(cell, Node)] for row in table.all("TR")]
    assert rows == [["班名", "人数", "备注"], ["光电", "24", ""], ["数控", "8", "fast track"]]
    assert [each.tag for each in table.all("TH", "TD")][:4] == ["TH", "TH", "TH", "TD"]


def test_quotations_are_told_from_the_text(heard: Node) -> None:
    (quote,) = heard.all("BlockQuote")
    assert "先认得它" in quote.text and "卫南书" in quote.text


def test_blocks_have_their_tags(heard: Node, mixed: Workshop) -> None:
    (article,) = (each for each in mixed.issue().articles if each.id == "contest")
    crossheads = [each.text for each in article.manuscript.paragraphs if each.block is Block.CROSSHEAD]
    assert [each.text for each in _story(heard, article.headline).all("H2")] == crossheads


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="no poppler")
def test_another_reader_finds_the_same(sample: Node, press: whole.Built) -> None:
    command = ["pdfinfo", "-struct-text", _screen(press.workshop)]
    run = subprocess.run(command, capture_output=True, check=True)
    told = run.stdout.decode("utf-8", "replace")
    assert not run.stderr
    for tag in ("H1", "H2", "Figure", "LI"):
        found = re.findall(rf"^\s+{tag}(?: \(block\))?:?$", told, re.MULTILINE)
        assert len(found) == len(sample.all(tag))


def test_a_line_is_cut_between_glyphs() -> None:
    (operation,) = operations(b"[<00010002>-20<0003>5<0004>] TJ")
    parts = list(parts_of_line(operation, 1, (2, 3), {b"0003"}))
    assert [count for count, _part in parts] == [1, 1, 1]
    assert b"".join(part for _count, part in parts).replace(b"] TJ[", b"") == (
        b"[<0001><0002> -20 <0003> 5 <0004>] TJ"
    )


@pytest.fixture(scope="module")
def indexed(shared: Path) -> Workshop:
    """The small issue as a tabloid with an index on its first page."""

    def make(folder: Path) -> None:
        workshop = copy_of(GOOD, folder)
        shutil.copytree(ROOT / "layouts" / "tabloid", folder / "layouts" / "tabloid")
        sheet = folder / "layouts" / "tabloid" / "layout.yaml"
        sheet.write_text(sheet.read_text("utf-8").replace("# index:", "index:"), "utf-8")
        workshop.edit("issue.yaml", "layout: leaflet", "layout: tabloid")
        workshop.run("build")

    return Workshop(once(shared / "indexed", make))


def test_entries_of_the_index_lead_to_their_stories(indexed: Workshop) -> None:
    file = read_tagged(_screen(indexed))
    assert [(link.page, link.words, link.tagged, link.leads) for link in file.links] == [
        (1, "自修室重新开放", True, True)
    ]
    (entry,) = tree_of(_screen(indexed)).all("TOCI")
    assert _even(entry.text) == "自修室重新开放 →第2版 校园"


def test_a_click_on_an_entry_turns_to_its_page(indexed: Workshop) -> None:
    frames = json.loads((indexed.dist / "dummy.json").read_text("utf-8"))["pages"][0]["frames"]
    box = next(each["box"] for each in frames if each.get("role") == "index" and each["story"])
    document = pypdfium2.PdfDocument(_screen(indexed))
    page = document[0]
    x, y = to_pt(box["x"] + 2), page.get_height() - to_pt(box["y"] + box["height"] / 2)
    link = raw.FPDFLink_GetLinkAtPoint(page.raw, x, y)
    assert raw.FPDFDest_GetDestPageIndex(document.raw, raw.FPDFLink_GetDest(document.raw, link)) == 1
    document.close()


@pytest.fixture(scope="module")
def jumping(shared: Path) -> Workshop:
    """The sample with its lead story turned from page 1 to page 4."""

    def make(folder: Path) -> None:
        workshop = copy_of(ROOT, folder)
        workshop.edit("issue.yaml", "articles: [photo-page", "articles: [founding, photo-page")
        workshop.run("build")

    return Workshop(once(shared / "jumping", make))


def test_a_story_on_two_pages_is_read_on_end(jumping: Workshop) -> None:
    (article,) = (each for each in jumping.issue().articles if each.id == "founding")
    story = _story(tree_of(_screen(jumping)), article.headline)
    said = [_even(each.text) for each in story.all("P", "H2")]
    assert all(_even(each.text) in said for each in article.manuscript.paragraphs)
    assert len(story.all("H1")) == 1


def test_jump_lines_lead_to_the_other_part(jumping: Workshop) -> None:
    file = read_tagged(_screen(jumping))
    assert [(link.page, link.words, link.tagged, link.leads) for link in file.links] == [
        (1, "（下转第4版）", True, True),
        (4, "上接第1版", True, True),
    ]
    assert examine(file) == ()
