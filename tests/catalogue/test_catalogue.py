"""The Chinese catalogue is complete, true to its placeholders, and used."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from rich.cells import cell_len
from typer.testing import CliRunner

from newsletter.cli.app import application
from newsletter.language import _, use_language
from tests.catalogue.faults import HAN, faults, strings
from tests.catalogue.file import FILE, compile_into, read
from tests.catalogue.filling import WIDTH, filled
from tests.catalogue.sources import VARIABLES, rule_texts, rules, unmarked, wanted

GOOD = Path(__file__).parents[1] / "good"
HAN_WORD = re.compile(f"[{HAN}]{{2}}")


@pytest.fixture(scope="module")
def catalogue():
    return read()


def test_every_text_is_translated_and_no_translation_is_left_over(catalogue):
    messages = {strings(each)[0] for each in catalogue if each.id}
    texts = {text.message for text in wanted()}
    assert texts - messages == set(), "run `make catalogue` and translate"
    assert messages - texts == set(), "run `make catalogue`"
    assert not catalogue.obsolete


def test_translations_say_the_same_and_are_set_as_chinese_is(catalogue):
    found = [f"{strings(each)[0]!r}: {fault}" for each in catalogue if each.id for fault in faults(each)]
    assert found == []


def test_every_text_of_the_rulebook_is_wanted():
    assert {text.message for text in rules()} == rule_texts()


def test_only_known_places_translate_what_others_marked():
    assert {file for file, _code in unmarked()} <= set(VARIABLES)


@pytest.fixture
def chinese(catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr("newsletter.language.CATALOGUES", tmp_path)
    compile_into(tmp_path / "zh_CN" / "LC_MESSAGES" / f"{FILE.stem}.mo", catalogue)
    use_language("zh")
    yield
    use_language("en")


def test_the_catalogue_is_used(chinese):
    assert _("error") == "错误"
    assert _("Remove it.") != "Remove it."


@pytest.fixture
def spoilt(tmp_path):
    """A copy of the good issue that has findings."""
    paper = tmp_path / "paper"
    shutil.copytree(GOOD, paper, ignore=shutil.ignore_patterns("dist"))
    articles = paper / "issues" / "issue-001" / "articles.yaml"
    articles.write_text(articles.read_text("utf-8").replace("headline:", "heading:"), "utf-8")
    return paper


def test_check_speaks_chinese(chinese, spoilt):
    said = CliRunner().invoke(application(), ["-C", str(spoilt), "--lang", "zh", "check"]).stdout
    assert "“heading”不是这条记录的键。" in said
    assert "提示：是不是“headline”？" in said
    assert "不能放行" in said


@pytest.mark.parametrize("command", [["--help"], ["rules"], ["explain", "A001"], ["check", "--help"]])
def test_commands_speak_chinese(chinese, command):
    result = CliRunner().invoke(application(), ["--lang", "zh", *command])
    assert result.exit_code == 0
    assert HAN_WORD.search(result.stdout)


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("Remove it.", "", "not translated"),
        ("Page {page} is full.", "第{n}版已满。", "placeholders"),
        ("{mm:.1f} mm", "{mm:.2f}毫米", "placeholders"),
        ("Remove it, then print.", "删去,再印。", "an ASCII mark"),
        ("Remove it.", "删去.", "an ASCII full stop"),
        ("The notice is missing.", '缺"字样"。', "a straight quote"),
        ("The notice (a line) is missing.", "缺字样(一行)。", "ASCII brackets"),
        ("Remove it.", "删去 它。", "a space between Han"),
        ("Remove it.", "删去", "one ends like a sentence"),
        ("Write “headline: …”.", "写上“headline: …”。", ""),
    ],
)
def test_faults_of_a_translation_are_seen(source, translation, fault):
    found = list(faults(Message(source, translation)))
    assert bool(found) == bool(fault)
    assert any(fault in each for each in found) or not fault


def test_a_guess_is_a_fault():
    assert "fuzzy" in set(faults(Message("Remove it.", "删去。", flags=["fuzzy"])))


def test_explanations_are_filled():
    text = "印刷厂的流程从XMP元数据（`pdfxid:GTS_PDFXVersion`）里读取这一标记，\n" * 3 + "\n办法：改。"
    lines = filled(text).splitlines()
    assert "".join(lines) == text.replace("\n", "")
    assert max(map(cell_len, lines)) <= WIDTH
    assert not any(line.startswith(tuple("，）。")) for line in lines)
    assert filled("one\ntwo 三") == "one two 三"
    assert filled(filled(text)) == filled(text)
