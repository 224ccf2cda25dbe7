"""What files from elsewhere hold is read too: drawn fonts, annotations, odd things, ruby without a word of it."""

import pikepdf
import pytest

from newsletter.lengths import Mm, Pt
from newsletter.press import Character, inspect
from newsletter.press.notdef import missing_of
from newsletter.press.standing import alone
from tests.press.hostile import Spoil, page_of


def _paints(content: bytes, spoil: Spoil) -> set[tuple[str, str]]:
    sheet = inspect(page_of(content, spoil), with_text=False).pages[0]
    return {(paint.use, paint.space) for paint in sheet.paints}


def _drawn_font(glyph: bytes) -> Spoil:
    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type3,
            FontBBox=[0, 0, 9, 9],
            FontMatrix=[0.1, 0, 0, 0.1, 0, 0],
            CharProcs=pikepdf.Dictionary(a=pdf.make_indirect(pikepdf.Stream(pdf, glyph))),
            Encoding=pikepdf.Dictionary(Differences=[97, pikepdf.Name.a]),
            FirstChar=97,
            LastChar=97,
            Widths=[9],
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=pdf.make_indirect(font)))

    return spoil


TEXT = b"0 0 0 1 k BT /T 20 Tf 100 100 Td (a) Tj ET"


def test_colours_of_a_drawn_font_are_read() -> None:
    assert ("fill", "DeviceRGB") in _paints(TEXT, _drawn_font(b"9 0 d0 1 0 0 rg 0 0 9 9 re f"))
    assert ("fill", "DeviceRGB") not in _paints(TEXT, _drawn_font(b"9 0 0 0 9 9 d1 1 0 0 rg 0 0 9 9 re f"))


def test_colours_of_an_annotation_are_read_where_it_shows() -> None:
    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        look = pikepdf.Stream(pdf, b"1 0 0 rg 0 0 10 10 re f")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 10, 10]
        note = {"Subtype": pikepdf.Name.Stamp, "AP": pikepdf.Dictionary(N=pdf.make_indirect(look))}
        shown = pikepdf.Dictionary(Rect=[72, 451, 144, 523], **note)
        hidden = pikepdf.Dictionary(Rect=[0, 0, 9, 9], F=2, **note)
        page.obj.Annots = pikepdf.Array([hidden, shown])

    (paint,) = inspect(page_of(b"", spoil), with_text=False).pages[0].paints
    assert (paint.space, paint.count) == ("DeviceRGB", 1)
    assert (paint.first.x, paint.first.y) == (pytest.approx(25.4), pytest.approx(25.4))


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("OPI", pikepdf.Dictionary(), "OPI"),
        ("Alternates", pikepdf.Array([]), "Alternates"),
        ("F", pikepdf.String("elsewhere.eps"), "external file"),
        ("Filter", pikepdf.Name.JPXDecode, "JPXDecode"),
    ],
)
def test_odd_pictures_are_named(key: str, value: pikepdf.Object, kind: str) -> None:
    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        picture = pikepdf.Stream(pdf, b"\0" * 4)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 1, 1, 8
        picture.ColorSpace = pikepdf.Name.DeviceCMYK
        picture["/" + key] = value
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=pdf.make_indirect(picture)))

    found = inspect(page_of(b"q 72 0 0 72 72 451 cm /I Do Q", spoil), with_text=False).pages[0].oddities
    assert [name for name, _tally in found] == [kind]
    assert found[0][1].first.x == pytest.approx(25.4)


IDENTITY = pikepdf.Name("/Identity-H")


KEPT_OPEN = pikepdf.new()


def _composite(table: bytes | None = None) -> pikepdf.Dictionary:
    below = pikepdf.Dictionary()
    if table is not None:
        below.CIDToGIDMap = KEPT_OPEN.make_indirect(pikepdf.Stream(KEPT_OPEN, table))
    return pikepdf.Dictionary(Encoding=IDENTITY, DescendantFonts=[below])


@pytest.mark.parametrize(
    ("string", "missing"),
    [
        (b"<00240000>", True),
        (b"<24000024>", False),
        (b"[<0024> -3 <0000>]", True),
        (b"(\\000\\000)", True),
        (b"(ab)", False),
    ],
)
def test_missing_glyph_by_number(string: bytes, missing: bool) -> None:
    assert missing_of(_composite())(string) == missing


def test_missing_glyph_by_table_and_by_name() -> None:
    by_table = missing_of(_composite(b"\0\0\0\1"))
    assert (by_table(b"<0001>"), by_table(b"<0000>"), by_table(b"<0009>")) == (False, True, True)
    names = pikepdf.Array([65, pikepdf.Name.A, pikepdf.Name("/.notdef")])
    simple = missing_of(pikepdf.Dictionary(Encoding=pikepdf.Dictionary(Differences=names)))
    assert (simple(b"(A)"), simple(b"(B)")) == (False, True)


MM = 25.4 / 72


def _char(size: float, x: float, base: float) -> Character:
    """Return a character of a size at a place in mm."""
    em = size * MM
    edges = (x, base - 0.88 * em, x + em, base + 0.12 * em)
    return Character("字", Pt(size), *(Mm(each) for each in edges), base=Mm(base), font="")


def test_a_reading_stands_over_its_character() -> None:
    body = [_char(10, 20 + each * 10 * MM, 50) for each in range(5)]
    over = _char(5, body[2].x0 + 0.5, 50 - 0.9 * 10 * MM)
    assert alone([*body, over], 7.0, 1) == ()


def test_small_type_by_itself_is_no_reading() -> None:
    body = [_char(10, 20 + each * 10 * MM, 50) for each in range(5)]
    caption = _char(5, 20, 60)
    (found,) = alone([*body, caption], 7.0, 3)
    assert (found.value, found.at.page) == (5.0, 3)


def test_lines_of_small_type_are_no_readings_of_one_another() -> None:
    lines = [_char(6, 20 + column * 2.2, 50 + row * 3) for row in range(3) for column in range(9)]
    assert len(alone(lines, 7.0, 1)) == 1


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        (b"0 0 0 1 k BT /F 9 Tf 99 99 Td (x) Tj ET", False),
        (b"1 0 0 0 k 90 90 50 50 re f 0 0 0 1 k BT /F 9 Tf 99 99 Td (x) Tj ET", True),
        (b"0 0 0 0 k 90 90 50 50 re f 0 0 0 1 k BT /F 9 Tf 99 99 Td (x) Tj ET", False),
        (b"0 0 0 1 k BT /F 9 Tf 99 99 Td (x) Tj ET 1 0 0 0 k 90 90 50 50 re f", False),
        (b"1 0 0 0 k 190 90 50 50 re f 0 0 0 1 k BT /F 9 Tf 99 99 Td (x) Tj ET", False),
    ],
)
def test_black_type_cuts_only_what_it_stands_on(content: bytes, cut: bool) -> None:
    sheet = inspect(page_of(content), with_text=False).pages[0]
    assert sheet.black_out is not None
    assert (sheet.black_cut is not None) == cut
