import base64
import dataclasses
import io
import re
from html.parser import HTMLParser

import pytest
from PIL import Image

from newsletter.commission import Outcome
from newsletter.diagnostics import Diagnostic, Rule, Severity, Span, Spot
from newsletter.dummy import Box, Crop, Dummy, DummyPage, PhotoFrame, StoryFit
from newsletter.issue import Article, Issue, Permit, Photo, Publication, Sheet, Waiver
from newsletter.language import use_language
from newsletter.lengths import Mm, Pt
from newsletter.press.facts import Box as PageBox
from newsletter.press.facts import Font, Intent, Picture, PressFile
from newsletter.press.facts import Sheet as Page
from newsletter.release import Artifact
from newsletter.report import Finished, Furnished, PageInk, PlateInk, as_json, write_html
from newsletter.report.marks import statutory_marks
from newsletter.waivers import Waived

VOID = {"meta", "link", "img", "br", "hr", "input"}
BOX = Box(Mm(60), Mm(120), Mm(200), Mm(100))


def jpeg():
    stream = io.BytesIO()
    Image.new("RGB", (60, 90), (240, 240, 230)).save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def outcome(tmp_path):
    return outcome_in(tmp_path)


def outcome_in(tmp_path):
    issue = Issue(
        slug="issue-006",
        workspace=tmp_path,
        folder=tmp_path,
        publication=Publication(name="光谷<产教>之窗"),
        sheet=Sheet(number=6, total=128),
        articles=(Article(id="founding", headline="成立了", source="党委宣传部 周岚", byline="查良、单田"),),
        photos=(Photo(id="p", caption="揭牌", credit="何翀"),),
    )
    fit = StoryFit("founding", 1, BOX, Pt(44), 4, 12, 80, 77, 3, 57, 0)
    frame = PhotoFrame("p", "founding", BOX, Crop(0.1, 0.0, 0.9, 1.0))
    page = DummyPage(1, "要闻", "front", (frame,), (fit,), 80, 0.0)
    rule = Rule("F001", "stray_rgb", Severity.ERROR, "…", authority="neibu-2015#14.1")
    note = Rule("C011", "set_right", Severity.NOTE, "…")
    found = (
        Diagnostic(note, Span("issues/a.md", 3, 4), "a note"),
        Diagnostic(
            rule,
            Span("issues/b.yaml", 1, 1),
            "<script>alert(1)</script>",
            "mend",
            Spot(1, *(Mm(n) for n in (57, 84, 28.5, 42))),
        ),
        Diagnostic(rule, None, "the whole page", spot=Spot(1)),
    )
    artifact = Artifact(tmp_path / "issue-006.print.pdf", "ab" * 32)
    return Outcome("issue-006", found, issue, Dummy("tabloid", (page,)), (artifact,))


@pytest.fixture
def facts():
    return facts_of_file()


def facts_of_file():
    def box(border):
        points = [-border, -border, 285 + border, 420 + border]
        return PageBox(*(Pt(each * 72 / 25.4) for each in points))

    picture = Picture(
        "Im1", 1600, 800, "DeviceCMYK", "DCTDecode", Spot(1, *(Mm(n) for n in (60, 120, 200, 100))), 203, 204
    )
    page = Page(1, media=box(15), trim=box(0), bleed=box(3), pictures=(picture,))
    font = Font("ABCDEF+NewsletterSong", "CIDFontType2", True, True, True, Spot(1))
    intent = Intent("GTS_PDFX", "IFRA26", "", "http://www.color.org", True, 4)
    return PressFile("x.pdf", "%PDF-1.6", "1.6", intents=(intent,), pages=(page,), fonts=(font,))


class Wellformed(HTMLParser):
    """Reads a page and remembers what is not closed."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.targets, self.addresses = [], set(), set(), []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                assert value not in self.ids
                self.ids.add(value)
            if name in {"href", "src"}:
                (self.targets.add(value[1:]) if value.startswith("#") else self.addresses.append(value))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(html):
    reader = Wellformed()
    reader.feed(html)
    return reader


def test_the_page_is_whole_and_needs_nothing_else(outcome, facts):
    html = write_html(outcome, Finished(facts, (jpeg(),)))
    reader = read(html)
    assert reader.open == []
    assert reader.targets <= reader.ids
    assert all(address.startswith("data:") for address in reader.addresses)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "光谷&lt;产教&gt;之窗" in html
    assert base64.b64encode(jpeg()).decode() in html


def test_findings_stand_on_the_page_where_they_are(outcome, facts):
    html = write_html(outcome, Finished(facts, (jpeg(),)))
    (style,) = re.findall(r'class="mark error" href="#finding-1".*?style="([^"]*)"', html)
    sides = dict(pair.split(":") for pair in style.split(";"))
    assert float(sides["left"].rstrip("%")) == pytest.approx(100 * (57 + 15) / 315, abs=0.01)
    assert float(sides["top"].rstrip("%")) == pytest.approx(100 * (84 + 15) / 450, abs=0.01)
    assert float(sides["width"].rstrip("%")) == pytest.approx(100 * 28.5 / 315, abs=0.01)
    assert float(sides["height"].rstrip("%")) == pytest.approx(100 * 42 / 450, abs=0.01)
    assert '<a href="#finding-2">2</a>' in html


def test_tables_say_what_was_made(outcome, facts):
    html = write_html(outcome, Finished(facts, (jpeg(),)))
    for words in (
        "3 (57 characters)",
        ">203<",
        ">20%<",
        "IFRA26",
        "NewsletterSong",
        "285.0 × 420.0",
        "ab" * 32,
    ):
        assert words in html
    assert "单田　查良　周岚" in html
    assert "第十四条第一款" in html


def test_errors_come_first(outcome, facts):
    html = write_html(outcome, Finished(facts, (jpeg(),)))
    assert html.index("the whole page") < html.index("a note")


def test_the_least_there_can_be():
    reader = read(write_html(Outcome("issue-001", ())))
    assert reader.open == []


def test_the_same_page_twice(outcome, facts):
    assert write_html(outcome, Finished(facts, (jpeg(),))) == write_html(outcome, Finished(facts, (jpeg(),)))


def test_the_language_of_the_page(outcome):
    use_language("zh")
    assert '<html lang="zh-Hans">' in write_html(outcome)


def test_json_names_files_from_the_workspace(outcome, tmp_path):
    assert '"path": "issue-006.print.pdf"' in as_json(outcome, workspace=tmp_path)


def test_what_was_waived_stands_with_its_reason(outcome, facts):
    rule = Rule("P003", "caption_without_credit", Severity.WARNING, "…")
    waiver = Waiver(rule="P003", at="photos.yaml", why="历史照片", by="沈亦秋")
    waived = Waived(Diagnostic(rule, Span("issues/photos.yaml", 9, 3), "no credit"), waiver)
    html = write_html(dataclasses.replace(outcome, waived=(waived,)))
    part = html[html.index('class="group waived"') :]
    assert all(words in part for words in ("no credit", "历史照片", "沈亦秋", "issues/photos.yaml:9:3"))


def test_marks_of_the_law_are_found_where_they_stand(outcome, facts):
    publication = Publication(
        name="光谷", permit=Permit(number="(鄂)4201—2026000/连"), notice="内部资料 免费交流"
    )
    issue = outcome.issue.model_copy(update={"publication": publication})
    masthead = Furnished(1, "masthead", BOX, "光谷 内部资料，免费交流")
    sheet = dataclasses.replace(facts.pages[0], text="（鄂）4201-2026000/连 第6期")
    facts = dataclasses.replace(facts, pages=(sheet,))
    table = statutory_marks(issue, facts, (masthead,))
    places = {row[0]: row[2] for row in table.rows}
    assert places["notice"] == "page 1, masthead, 60 mm from the left, 120 mm from the top"
    assert places["permit"] == places["issue number"] == "page 1"


def test_a_mark_that_is_nowhere_is_said_so(outcome, facts):
    table = statutory_marks(outcome.issue, facts, ())
    assert {row[2] for row in table.rows} == {"not found"}


def test_signatures_that_are_missing_are_named(outcome, facts):
    html = write_html(outcome, Finished(facts))
    part = html[html.index('id="signatures"') :]
    assert all(words in part for words in ("初审", "终审", "三校", "missing"))


def test_ink_is_told_by_plates_where_they_were_drawn(outcome, facts):
    spot = Spot(1, *(Mm(n) for n in (100, 200, 1, 1)))
    drawn = PageInk(
        1, 31.4, 262.0, spot, (PlateInk("Cyan", 8.1, 70.2), PlateInk("Black", 12.5, 100)), jpeg(), (187.0,)
    )
    html = write_html(outcome, Finished(facts, (), (), (drawn,), 240.0))
    part = html[html.index('id="ink"') :]
    assert "mean 31 %, most 262 %, 100 mm from the left, 200 mm from the top" in part
    assert (
        ">187 %<" in html
        and '<p class="over">' in part
        and "cyan" in part
        and "8.1 %" in part
        and "240 %" in part
    )


def test_findings_can_be_filtered_only_where_there_are_several_kinds(outcome, facts):
    assert write_html(outcome).count('name="show"') == 3
    one = dataclasses.replace(outcome, diagnostics=outcome.diagnostics[:1])
    assert write_html(one).count('name="show"') == 0
