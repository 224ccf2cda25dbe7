"""Heads: always inside their width, sizes from the layout's steps, kicker and deck in proportion."""

from pathlib import Path

import pytest

from newsletter.compose.tokens import printable
from newsletter.fonts import FontBook
from newsletter.issue import Article, Rank
from newsletter.layout import Layout, read_layout
from newsletter.makeup.headblock import HeadBlock, HeadPart, head_blocks
from newsletter.makeup.upright import Strip, upright_block

ROOT = Path(__file__).resolve().parents[2]
BAD = {
    "one character": "光",
    "two characters": "光谷",
    "120 characters": "学院隆重举行成立大会并表彰先进集体和先进个人，" * 5 + "全体师生参加",
    "marks": "“……”——！？",
    "Latin": "Attention Is All You Need and Nothing Else",
    "address": "https://www.example.edu.cn/news/2026/09/28/index.html?from=front&id=123456789",
    "emoji": "喜报🎉我校👩‍👩‍👧‍👦夺冠",
    "ruby": "{䶮|yǎn}先生与{𬭎|hóng}同学",
    "long word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "number": "3.14159265358979323846264338327950288419716939937510582097494459",
    "spaces": " 喜迎 校庆 再谱 新篇 ",
    "no break": "《" * 30,
    "controls": "光\u202e谷\x07学\u2028院",
}


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open([ROOT / "fonts"])


@pytest.fixture(scope="module")
def layout() -> Layout:
    found = read_layout("tabloid", [ROOT / "layouts"]).value
    assert found is not None
    return found


def _parts(block: HeadBlock) -> list[HeadPart]:
    return [part for part in (block.kicker, block.headline, block.deck) if part]


def _letters(text: str) -> str:
    return "".join(printable(text).split())


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
@pytest.mark.parametrize("columns", [1, 2, 6])
@pytest.mark.parametrize("rank", [Rank.LEAD, Rank.BRIEF])
def test_bad_input_is_set_inside_its_width(
    book: FontBook, layout: Layout, text: str, columns: int, rank: Rank
) -> None:
    article = Article(id="a", headline=text, kicker=text, deck=text, rank=rank)
    blocks = head_blocks(article, layout.span(columns), layout, book)
    assert blocks
    for block in blocks.values():
        for part in _parts(block):
            assert all(line.width * part.size <= layout.span(columns) * 9 + 0.5 for line in part.lines)
            assert _letters("".join(line.text for line in part.lines)) == _letters(text)


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_an_empty_headline_takes_room_and_holds_nothing(book: FontBook, layout: Layout, text: str) -> None:
    (block,) = head_blocks(Article(id="a", headline=text), layout.span(2), layout, book).values()
    assert block.height > 0 and not "".join(line.text for line in block.headline.lines).strip()


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_input_stands_upright_inside_its_strip_or_not_at_all(
    book: FontBook, layout: Layout, text: str
) -> None:
    for rank in Rank:
        article = Article(id="a", headline=text, deck=text, rank=rank)
        for height in (1, 5, 20, 60):
            block = upright_block(article, Strip(12, 1, height), layout, book)
            assert block is None or block.points <= 12 * 9 + 0.01
            for part in _parts(block) if block else ():
                assert all(line.width * part.size <= height * 14 for line in part.lines)


def test_a_headline_fills_its_width(book: FontBook, layout: Layout) -> None:
    """Of every count of characters that the steps can reach, the best head fills the width."""
    words = "光电工程学院毕业典礼在体育馆隆重举行并表彰优秀"
    width = layout.span(6)
    for count in range(12, 21):
        article = Article(id="a", headline=words[:count], rank=Rank.LEAD)
        best = min(head_blocks(article, width, layout, book).values(), key=lambda each: each.cost)
        fill = max(line.width for line in best.headline.lines) * best.headline.size / (width * 9)
        assert fill > 0.9


def test_kicker_and_deck_are_in_proportion(book: FontBook, layout: Layout) -> None:
    article = Article(
        id="a",
        headline="光电产教联合体在我院成立",
        kicker="首批46家单位加入",
        deck="240个名额写进协议，设备折合3860万元",
        rank=Rank.LEAD,
    )
    for block in head_blocks(article, layout.span(6), layout, book).values():
        assert block.kicker and block.deck
        assert {block.kicker.size, block.deck.size} <= set(layout.steps)
        assert 0.3 <= block.kicker.size / block.headline.size <= 0.45
        assert 0.33 <= block.deck.size / block.headline.size <= 0.5
        assert len(block.kicker.lines) == 1 and len(block.deck.lines) <= 2
