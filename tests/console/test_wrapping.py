import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from newsletter.console.indenting import Indented
from newsletter.console.terminal import console
from newsletter.console.wrapping import NEVER_FIRST, NEVER_LAST, flowed, wrapped

SENTENCES = st.text(
    st.sampled_from("版面排不下的稿件，。“”（）《》—newsletter 12%"), min_size=1, max_size=120
)


@given(SENTENCES, st.integers(8, 60))
def test_no_line_is_too_wide_and_nothing_is_lost(sentence, width):
    lines = wrapped(Text(sentence), width).plain.split("\n")
    assert max(map(cell_len, lines)) <= width or "版" not in sentence
    assert "".join("".join(lines).split()) == "".join(sentence.split())


@given(
    st.lists(st.sampled_from(("版面", "，稿件", "《新校》", "（3行）", "“好”。")), min_size=1),
    st.integers(12, 40),
)
def test_no_mark_stands_where_it_may_not(words, width):
    lines = wrapped(Text("".join(words)), width).plain.split("\n")
    assert not any(line[0] in NEVER_FIRST for line in lines[1:])
    assert not any(line[-1] in NEVER_LAST for line in lines[:-1])


def test_a_sentence_begins_on_the_line_of_its_place():
    """Bug: rich broke before a whole Chinese sentence, so that `12:5 warning[Y015]` stood alone."""
    text = Text(
        "5:1 警告[Y015] 第1版：《第一篇稿件的标题》第4栏栏首是段末短行“这样是楷体。”，距左边212毫米。"
    )
    assert cell_len(wrapped(text, 60).plain.split("\n")[0]) > 50


def test_styles_stay_on_their_words():
    text = Text("很长很长的一句话", style="bold").append("里面有红色的词", style="red")
    shown = wrapped(text, 10)
    styled = {
        shown.plain[span.start : span.end].replace("\n", "") for span in shown.spans if span.style == "red"
    }
    assert "".join(sorted(styled, key=shown.plain.find)) == "里面有红色的词"


@pytest.mark.parametrize(
    ("document", "whole"),
    [
        ("一行\n又一行。\n\n第二段", "一行又一行。\n\n第二段"),
        ("one line\nand another", "one line and another"),
        ("写作\nnewsletter check", "写作newsletter check"),
    ],
)
def test_paragraphs_flow(document, whole):
    assert flowed(document) == whole


def test_what_stands_in_has_no_white_behind(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    shown = console()
    shown.file = io.StringIO()
    shown.print(Indented(Text("第一行很短\n第二行要长一些，所以要折到下面去"), 4))
    lines = shown.file.getvalue().splitlines()
    assert all(line.startswith("    ") and line == line.rstrip() for line in lines)
    assert max(map(cell_len, lines)) <= 30
