"""Characters that no one expects, in every place where text is printed: set right or named, never a crash."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from newsletter.checks.pairs import QUOTES, _alone
from newsletter.checks.reading import Passage
from newsletter.press import inspect
from tests.checks.terminal import SLUG, Said, concise, edit, good_workspace, made, newsletter

ISSUE = f"issues/{SLUG}"
PUBLICATION, SHEET = "issues/publication.yaml", f"{ISSUE}/issue.yaml"
ARTICLES, PHOTOS = f"{ISSUE}/articles.yaml", f"{ISSUE}/photos.yaml"
COPY = f"{ISSUE}/articles/contest.md"
PLACES = (
    (ARTICLES, "headline: 自修室重新开放", "headline: {}"),
    (ARTICLES, "byline: 本院通讯员 周岚", "byline: {}"),
    (PHOTOS, "caption: 靠窗的座位亮起台灯", "caption: {}"),
    (PUBLICATION, "name: 示例之窗", "name: {}"),
    (SHEET, "name: 校园", "name: {}"),
)
"""Values of the manifests: the file, what stands there, where the text comes."""
LINES = {ARTICLES: {6, 16}, PHOTOS: {9}, PUBLICATION: {1}, SHEET: {8}}


@dataclass(frozen=True)
class Hostile:
    """A text: the rules that name it in a story, and in the furniture, which is not set right."""

    name: str
    text: str
    story: tuple[str, ...] = ()
    furniture: tuple[str, ...] | None = None

    @property
    def in_furniture(self) -> tuple[str, ...]:
        return self.story if self.furniture is None else self.furniture


UNSEEN, UNSEEN_FURNITURE = ("C012",), ("C048",)
TABLE = (
    Hostile("bell", "甲\x07乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("NUL", "甲\x00乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("escape", "甲\x1b乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("next line", "甲\x85乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("override", "甲\u202e乙\u202c丙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("isolate", "甲\u2067乙\u2069丙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("direction mark", "甲\u200f乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("zero-width space", "甲\u200b乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("joiner", "甲\u200d乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("word joiner", "甲\u2060乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("byte-order mark", "甲\ufeff乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("soft hyphen", "甲\u00ad乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("line separator", "甲\u2028乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("hangul filler", "甲\u3164乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("object", "甲\ufffc乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("tag", "甲\U000e0067乙", UNSEEN, UNSEEN_FURNITURE),
    Hostile("lost character", "甲\ufffd乙", ("C046",)),
    Hostile("noncharacter", "甲\uffff乙", ("C046",)),
    Hostile("noncharacter of the Arabic block", "甲\ufdd0乙", ("C046",)),
    Hostile("noncharacter of a plane", "甲\U0001fffe乙", ("C046",)),
    Hostile("private use", "甲\ue000乙", ("C047", "T001")),
    Hostile("private use, plane 15", "甲\U000f0000乙", ("C047", "T001")),
    Hostile("private use, plane 16", "甲\U0010fffd乙", ("C047", "T001")),
    Hostile("unassigned", "甲\u0378乙", ("T001",)),
    Hostile("ideographic variant", "葛\U000e0100乙", ("T004",)),
    Hostile("standardised variant", "葛\ufe00乙", ("T004",)),
    Hostile("accent with its letter", "甲e\u0301乙", ("C011",), ("T001",)),
    Hostile("accent on Han", "甲\u0301乙", ("T001",)),
    Hostile("accent without a letter to join", "甲x\u0304乙", ("T001",)),
    Hostile("accents in a heap", "甲z" + "\u0335\u0327" * 20 + "乙", ("T001",)),
    Hostile("radical", "甲\u2f08乙", ("C011",), ("T001",)),
    Hostile("ligature", "甲\ufb01乙", ("C011",), ("T001",)),
    Hostile("compatibility ideograph", "甲\uf90a乙", ("C011",), ("T001",)),
    Hostile("emoji", "甲😀乙", ("T001",)),
    Hostile("emoji joined", "甲👨\u200d👩\u200d👧乙", ("C012", "T001"), ("C048", "T001")),
    Hostile("flag", "甲🇨🇳乙", ("T001",)),
    Hostile("skin tone", "甲👍🏽乙", ("T001",)),
    Hostile("keycap", "甲1\ufe0f\u20e3乙", ("T001",)),
    Hostile("traditional", "學術", ("C045",)),
    Hostile("hangul", "甲한국乙", ("T001",)),
    Hostile("jamo", "甲\u1112\u1161\u11ab乙", ("T001",)),
    Hostile("Arabic", "甲مرحبا乙", ("T001",)),
    Hostile("Hebrew", "甲שלום乙", ("T001",)),
    Hostile("Thai", "甲สวัสดี乙", ("T001",)),
    Hostile("rare ideograph", "甲𰻝乙", ("T001",)),
    Hostile("ideographic description", "甲⿰乙", ("T001",)),
    Hostile("wide spaces", "甲\u3000\u3000\u3000乙", ("C011",), ()),
    Hostile("tab", "甲\t乙", ("C011",), UNSEEN_FURNITURE),
    Hostile("kana", "ひらがなカタカナ"),
    Hostile("Cyrillic and Greek", "甲Приветαβ乙"),
    Hostile("roman numeral and circled digits", "甲Ⅷ①㈠乙"),
    Hostile("text style of a sign", "甲☎\ufe0e乙"),
    Hostile("template", "{{ page }}{% raw %}"),
)


def quoted(text: str) -> str:
    """Return a text as a YAML value, escaped where YAML would not take it."""
    seen = (each if each.isprintable() and each not in '"\\' else f"\\U{ord(each):08x}" for each in text)
    return f'"{"".join(seen)}"'


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return good_workspace(tmp_path / "workspace")


def in_manifests(workspace: Path, text: str) -> None:
    """Put a text into headline, byline, caption, the publication's name and a page's."""
    for file, old, new in PLACES:
        edit(file, old, new.format(quoted(f"前{text}后")))(workspace)


def lines_named(said: Said, file: str, code: str) -> set[int]:
    """Return the lines of a file at which a rule found something."""
    places = (place.rsplit(":", 2) for place in said.places(code))
    return {int(line) for name, line, _column in places if name == file}


@pytest.mark.parametrize("hostile", TABLE, ids=lambda hostile: hostile.name)
def test_every_manifest_names_it(hostile: Hostile, workspace: Path) -> None:
    in_manifests(workspace, hostile.text)
    said = concise(workspace, "plan")
    assert said.code in (0, 1), said.err
    for file, lines in LINES.items():
        wanted = hostile.in_furniture if file in (PUBLICATION, SHEET) else hostile.story
        for code in wanted:
            assert lines <= lines_named(said, file, code), f"{code} {file}\n{said.out}"
        if "T001" not in wanted:
            assert not lines_named(said, file, "T001"), said.out


@pytest.mark.parametrize("hostile", TABLE, ids=lambda hostile: hostile.name)
def test_copy_names_the_very_character(hostile: Hostile, workspace: Path) -> None:
    edit(COPY, "竞赛为期", f"竞赛{hostile.text}为期")(workspace)
    said = concise(workspace, "plan")
    places = {code: said.places(code) for code in hostile.story}
    columns = {f"{COPY}:3:{column}" for column in range(3, 3 + len(hostile.text))}
    for code, found in places.items():
        assert columns & set(found), f"{code} {found}\n{said.out}"
    others = {"C011", "C012", "C046", "C047", "T001", "T004"} - set(hostile.story)
    assert not said.codes & others, said.out


@pytest.mark.parametrize("hostile", TABLE, ids=lambda hostile: hostile.name)
def test_check_bears_it(hostile: Hostile, workspace: Path) -> None:
    in_manifests(workspace, hostile.text)
    edit(COPY, "竞赛为期", f"竞赛{hostile.text}为期")(workspace)
    early = [code for code in hostile.story if code.startswith("C")]
    said = concise(workspace, "check")
    assert set(early) <= said.codes, said.out
    assert "Traceback" not in newsletter(workspace, "check").out


def test_readings_are_looked_at(workspace: Path) -> None:
    edit(COPY, "竞赛为期", "竞赛{龘|dá😀}为期")(workspace)
    said = concise(workspace, "plan")
    assert said.places("T001") == [f"{COPY}:3:4"], said.out


FILES = (
    ("CR and LF", lambda good: good.replace("\n", "\r\n").encode(), set()),
    ("byte-order mark", lambda good: b"\xef\xbb\xbf" + good.encode(), set()),
    ("GB18030", lambda good: good.encode("gb18030"), {"M003"}),
    ("UTF-16", lambda good: good.encode("utf-16"), {"M003"}),
    ("half of a pair", lambda good: good.encode().replace("竞".encode(), b"\xed\xa0\x80", 1), {"M003"}),
    ("nothing but NUL", lambda _good: b"\0" * 50, {"M043", "C012"}),
    ("nothing", lambda _good: b"", {"M043"}),
    ("nothing but spaces", lambda _good: " \u3000\n\n \t \n".encode(), {"M043"}),
    ("a paragraph of spaces", lambda good: f"\u3000\u3000\n\n{good}".encode(), set()),
    ("a paragraph of marks", lambda good: f"……\n\n——\n\n{good}".encode(), set()),
    ("a paragraph unseen", lambda good: f"\u200b\u200b\n\n{good}".encode(), {"C012"}),
    ("indented by hand", lambda good: f"\u3000\u3000{good}".replace("\n\n竞", "\n\n\t竞").encode(), set()),
    ("3 000 without a mark", lambda good: f"{'汉' * 3000}\n\n{good}".encode(), {"Y001", "M106"}),
    ("a word of 10 000", lambda good: f"{'w' * 10_000}\n\n{good}".encode(), {"Y001", "M106"}),
    ("brackets without end", lambda good: f"{'[' * 1000}\n\n{good}".encode(), {"C014", "Y001"}),
    ("quotes in quotes", lambda good: f"{'>' * 200}甲\n\n{good}".encode(), set()),
)


@pytest.mark.parametrize(("data", "codes"), [each[1:] for each in FILES], ids=[each[0] for each in FILES])
def test_files_of_copy(data, codes: set[str], workspace: Path) -> None:
    (workspace / COPY).write_bytes(data((workspace / COPY).read_text("utf-8")))
    said = concise(workspace, "plan")
    assert codes <= said.codes, said.out + said.err
    assert not [each for each in said.codes - codes if not each.startswith("Y")], said.out
    assert len(said.findings) < 20


def test_many_of_one_kind_are_one_finding_with_a_count(workspace: Path) -> None:
    text = "".join(f"李𰻝说。\ue000\ufffd😀مرحبا國\u200b{number}" for number in range(50))
    edit(COPY, "竞赛为期", f"{text}竞赛为期")(workspace)
    said = concise(workspace, "plan")
    for code, times in (("C012", 1), ("C045", 1), ("C046", 1), ("C047", 1), ("T001", 4)):
        assert len(said.places(code)) == times, said.out
    assert "50 in all" in said.out


SET = "龘𬭎䶮ひらがなПриветαβéǜ葛\U000e0100Ⅷ①☎\ufe0e"


def test_what_can_be_set_is_in_the_print_and_nothing_else(workspace: Path) -> None:
    seen = "".join(each for each in SET if each not in "\U000e0100\ufe0e")
    text = SET.replace("é", "e\u0301") + "\u200b\u202e\u00ad"
    edit(COPY, "竞赛为期", f"竞赛{text}为期")(workspace)
    edit(ARTICLES, "自修室重新", f"自修室{seen[:6]}")(workspace)
    edit(PHOTOS, "靠窗", f"靠窗{seen[:6]}")(workspace)
    edit(PUBLICATION, "陶景和", "陶龘和")(workspace)
    said = concise(workspace, "build")
    assert not {"T001", "F041", "F042"} & said.codes, said.out
    facts = inspect(workspace / f"dist/{SLUG}/{SLUG}.print.pdf")
    assert all(font.notdef is None for font in facts.fonts)
    printed = "".join(page.text for page in facts.pages)
    assert set(seen) <= set(printed)
    assert "\ufffd" not in printed


BUILT = ("bell", "override", "hangul filler", "noncharacter", "ideographic variant", "template")


@pytest.mark.parametrize("name", BUILT)
def test_the_print_is_sound_whatever_the_name_holds(name: str, workspace: Path) -> None:
    in_manifests(workspace, next(each.text for each in TABLE if each.name == name))
    said = concise(workspace, "build")
    assert not [code for code in said.codes - {"F052"} if code[0] == "F" or code in ("L055", "T002")], (
        said.out
    )
    facts = inspect(workspace / f"dist/{SLUG}/{SLUG}.print.pdf")
    assert all(font.notdef is None for font in facts.fonts)


def test_what_no_face_has_makes_no_press_file(workspace: Path) -> None:
    edit(PUBLICATION, "陶景和", "陶😀和")(workspace)
    said = concise(workspace, "build", "--press")
    assert said.codes == {"T001"}
    assert made(workspace) == set()


def test_two_straight_marks_that_nothing_turned_are_two_findings() -> None:
    text = '他说 "都市桃园" 好'
    found = [*_alone(Passage(text, None), QUOTES, set())]
    assert [each.message.count("lacks its fellow") for each in found] == [1, 1]
