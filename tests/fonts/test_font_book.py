"""The font book: keys, coverage, widths, stand-ins, what is missing."""

import shutil
import time
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from newsletter.diagnostics import MachineFault
from newsletter.fonts import FontBook, Style
from newsletter.fonts.face import key_of
from newsletter.fonts.kinship import style_of

FONTS = Path(__file__).resolve().parents[2] / "fonts"
KEYS = {
    "song": ("Newsletter Song", 400),
    "song-bold": ("Newsletter Song", 700),
    "song-black": ("Newsletter Song", 900),
    "hei": ("Newsletter Hei", 400),
    "hei-medium": ("Newsletter Hei", 500),
    "hei-bold": ("Newsletter Hei", 700),
    "kai": ("Newsletter Kai", 400),
    "masthead": ("Newsletter Masthead", 400),
    "song-ext": ("Newsletter Song Ext", 400),
}


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open([FONTS])


def test_faces_are_found_by_key(book: FontBook) -> None:
    assert {key: (face.family, face.weight) for key, face in book.faces.items()} == KEYS
    assert not book.doubles
    assert not book.unreadable


def test_a_face_tells_what_it_is(book: FontBook) -> None:
    song = book.face("song")
    assert song.file.name == "NewsletterSong-Regular.ttf"
    assert "Open Font License" in song.licence
    assert "Adobe" in song.copyright
    assert song.glyphs > song.han > 8000
    assert book.face("song-bold").style == "song"


@pytest.mark.parametrize(
    ("family", "weight", "key"),
    [
        ("FZ ShuSong-Z01", 400, "fz-shusong-z01"),
        ("Newsletter Hei", 600, "hei-semibold"),
        ("方正书宋", 400, "方正书宋"),
        ("X", 390, "x"),
    ],
)
def test_keys(family: str, weight: int, key: str) -> None:
    assert key_of(family, weight) == key


@pytest.mark.parametrize(
    ("face", "text", "width"),
    [("song", "中文", 2.0), ("song", "——", 1.692), ("hei", "——", 1.676), ("kai", "——", 2.0), ("song", "·", 0.327),
     ("hei", "·", 1.0), ("song", "“", 1.0), ("song", "AV", 1.315), ("song", "", 0.0)],
)  # fmt: skip
def test_widths(book: FontBook, face: str, text: str, width: float) -> None:
    assert book.width(face, text) == pytest.approx(width, abs=0.001)


@pytest.mark.parametrize("face", ["song", "song-bold", "song-black", "hei", "hei-medium", "hei-bold", "kai"])
def test_marks_can_be_halved(book: FontBook, face: str) -> None:
    for mark in "，。、；：？！“”‘’（）《》【】〔〕「」":
        assert book.face(face).halved_thousandths(mark) == pytest.approx(500)


def test_dashes_are_joined_and_letters_are_not(book: FontBook) -> None:
    assert book.face("song").is_joined("——")
    assert not book.face("kai").is_joined("——")
    assert not book.face("song").is_joined("ffi")


def test_stand_ins(book: FontBook) -> None:
    assert book.fallback("song", "中") == "song"
    assert book.fallback("song-bold", "龘") == "song-ext"
    assert book.fallback("hei", "龘") == "song-ext"
    assert book.fallback("masthead", "①") in {"song", "hei", "kai"}
    assert book.fallback("song", "😀") is None
    assert book.covers("song", "䶮")
    assert not book.covers("song", "龘")


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [
        ("song", ["song-ext", "song-bold", "song-black", "kai"]),
        ("song-black", ["song-bold", "song", "song-ext", "kai"]),
        ("hei-bold", ["hei-medium", "hei", "song-bold", "song-black"]),
        ("kai", ["song", "song-ext", "song-bold", "song-black"]),
        ("masthead", ["kai", "song", "song-ext"]),
    ],
)
def test_stand_ins_by_family_style_and_weight(book: FontBook, wanted: str, nearest: list[str]) -> None:
    order = book.stand_ins(wanted)
    assert order[0] == wanted
    assert list(order[1 : len(nearest) + 1]) == nearest
    assert set(order) == set(KEYS)
    assert order[-1] == "masthead" or wanted == "masthead"


def test_faces_of_the_workspace_stand_in_first(tmp_path: Path) -> None:
    _renamed(FONTS / "NewsletterSongExt-Regular.ttf", "Newsletter Hei Ext", tmp_path / "HeiExt.ttf")
    _renamed(FONTS / "NewsletterSongExt-Regular.ttf", "某楷体", tmp_path / "Kai.ttf")
    book = FontBook.open([tmp_path, FONTS])
    assert book.face("某楷体").style is Style.KAI
    assert [book.fallback(face, "龘") for face in ("hei-bold", "hei", "kai", "song", "masthead")] == [
        *("hei-ext", "hei-ext", "某楷体", "song-ext", "某楷体"),
    ]


def _renamed(file: Path, family: str, to: Path) -> None:
    """Write a font under another family's name."""
    with TTFont(file) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
        font.save(to)


@pytest.mark.parametrize(
    ("family", "panose", "style"),
    [
        ("FZ FangSong-Z02", b"", Style.FANG),
        ("方正小标宋", b"", Style.SONG),
        ("Source Han Sans Serif-free", b"", Style.HEI),
        ("华文行楷", b"", Style.DISPLAY),
        ("Unknown", bytes([2, 11, 0, 0, 0, 0, 0, 0, 0, 0]), Style.HEI),
        ("Unknown", bytes([2, 2, 0, 0, 0, 0, 0, 0, 0, 0]), Style.SONG),
        ("Unknown", b"", Style.SONG),
    ],
)
def test_styles(family: str, panose: bytes, style: Style) -> None:
    assert style_of(family, bytes(32) + panose) is style


def test_an_accent_is_set_with_its_letter(tmp_path: Path) -> None:
    book = FontBook.open([FONTS])
    assert book.fallback("song", "x\u0304") == "song"
    assert book.missing("x\u0304", "song") == ("\u0304",)
    assert book.fallback("song", "葛\U000e0100") == "song"


def test_missing_characters_are_named_once(book: FontBook) -> None:
    assert book.missing("中😀龘😀 \n䶮", "song") == ("😀",)


def test_unknown_faces_are_a_machine_fault(book: FontBook) -> None:
    with pytest.raises(MachineFault, match="fangsong"):
        book.face("fangsong")


def test_a_workspace_brings_its_own(tmp_path: Path) -> None:
    shutil.copy(FONTS / "NewsletterKai-Regular.ttf", tmp_path / "Mine.ttf")
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "OFL.txt").write_text("licence")
    book = FontBook.open([tmp_path, tmp_path / "none", FONTS])
    assert book.face("kai").file == tmp_path / "Mine.ttf"
    assert [face.file.name for face in book.doubles] == ["NewsletterKai-Regular.ttf"]
    assert [file.name for file in book.unreadable] == ["broken.ttf"]
    assert len(book.faces) == len(KEYS)


def test_opening_is_quick() -> None:
    FontBook.open([FONTS])
    begun = time.perf_counter()
    FontBook.open([FONTS])
    assert time.perf_counter() - begun < 0.03
