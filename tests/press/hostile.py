"""Files made to hurt a reader, small on disk."""

import io
import zlib
from collections.abc import Callable

import pikepdf

A5 = (420, 595)
Spoil = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def page_of(content: bytes = b"0 0 0 1 k 100 100 50 50 re f", spoil: Spoil | None = None) -> bytes:
    """Return a file of one page."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=A5)
    page.Contents = pdf.make_stream(content)
    page.Resources = pikepdf.Dictionary()
    if spoil is not None:
        spoil(pdf, page)
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    """Return a file's bytes."""
    target = io.BytesIO()
    pdf.save(
        target,
        **{"compress_streams": False, "object_stream_mode": pikepdf.ObjectStreamMode.disable, **options},
    )
    return target.getvalue()


def _flate(pdf: pikepdf.Pdf, size: int) -> pikepdf.Stream:
    """Return a stream that unpacks to so many blanks."""
    engine = zlib.compressobj(9)
    packed = b"".join(engine.compress(b" " * 10_000_000) for _part in range(size // 10_000_000))
    stream = pikepdf.Stream(pdf, packed + engine.flush())
    stream.Filter = pikepdf.Name.FlateDecode
    return stream


def bomb() -> bytes:
    """A page whose content unpacks to a gigabyte."""
    return page_of(
        spoil=lambda pdf, page: page.__setattr__("Contents", pdf.make_indirect(_flate(pdf, 1_000_000_000)))
    )


def _form(pdf: pikepdf.Pdf, content: bytes, **entries: object) -> pikepdf.Stream:
    form = pikepdf.Stream(pdf, content)
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 400, 500]
    for key, value in entries.items():
        form["/" + key] = value
    return pdf.make_indirect(form)


def form_in_itself() -> bytes:
    """A form that calls itself."""

    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        form = _form(pdf, b"/Me Do /Me Do")
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))

    return page_of(b"/Me Do", spoil)


def forms_by_ten() -> bytes:
    """Ten forms, each of which calls the next ten times."""

    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        form = _form(pdf, b"0 0 1 1 re f")
        for _level in range(10):
            inner = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
            form = _form(pdf, b"/F Do " * 10, Resources=inner)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))

    return page_of(b"/F Do", spoil)


def pattern_in_itself() -> bytes:
    """A tile painted with itself."""

    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        tile = pikepdf.Stream(pdf, b"/Pattern cs /P scn 0 0 9 9 re f")
        tile.PatternType, tile.PaintType, tile.TilingType = 1, 1, 1
        tile.BBox, tile.XStep, tile.YStep = [0, 0, 9, 9], 9, 9
        tile = pdf.make_indirect(tile)
        tile.Resources = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(P=tile))
        page.Resources = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(P=tile))

    return page_of(b"/Pattern cs /P scn 0 0 400 500 re f", spoil)


def tile_of_a_hair() -> bytes:
    """A tile a thousandth of a point large, over the whole page."""

    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        tile = pikepdf.Stream(pdf, b"0 0 0 1 k 0 0 1 1 re f")
        tile.PatternType, tile.PaintType, tile.TilingType = 1, 1, 1
        tile.BBox, tile.XStep, tile.YStep = [0, 0, 0.001, 0.001], 0.001, 0.001
        tile.Resources = pikepdf.Dictionary()
        page.Resources = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(P=pdf.make_indirect(tile)))

    return page_of(b"/Pattern cs /P scn 0 0 400 500 re f", spoil)


def glyph_in_itself() -> bytes:
    """A drawn font whose glyph sets itself."""

    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        glyph = pdf.make_indirect(pikepdf.Stream(pdf, b"9 0 d0 BT /T 9 Tf (a) Tj ET"))
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type3,
                FontBBox=[0, 0, 9, 9],
                FontMatrix=[1, 0, 0, 1, 0, 0],
                CharProcs=pikepdf.Dictionary(a=glyph),
                Encoding=pikepdf.Dictionary(Differences=[97, pikepdf.Name.a]),
                FirstChar=97,
                LastChar=97,
                Widths=[9],
            )
        )
        font.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=font))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=font))

    return page_of(b"BT /T 9 Tf 100 100 Td (aaa) Tj ET", spoil)


def large_picture() -> bytes:
    """A picture of 60 000 by 60 000 pixels in four inks."""

    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        picture = _flate(pdf, 300_000_000)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 60_000, 60_000, 8
        picture.ColorSpace = pikepdf.Name.DeviceCMYK
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=pdf.make_indirect(picture)))

    return page_of(b"q 300 0 0 300 50 50 cm /I Do Q", spoil)


def large_line_art() -> bytes:
    """A picture of 60 000 by 60 000 pixels in black and white."""

    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        picture = _flate(pdf, 450_000_000)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 60_000, 60_000, 1
        picture.ColorSpace = pikepdf.Name.DeviceGray
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=pdf.make_indirect(picture)))

    return page_of(b"q 300 0 0 300 50 50 cm /I Do Q", spoil)


def vast_sheet() -> bytes:
    """A MediaBox of a billion points."""

    def spoil(_pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.MediaBox = [0, 0, 1_000_000_000, 1_000_000_000]

    return page_of(spoil=spoil)


def odd_boxes() -> bytes:
    """Boxes of no size, of words, and of far too few numbers."""

    def spoil(_pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.MediaBox = [10, 10, 10, 10]
        page.obj["/TrimBox"] = pikepdf.Array([pikepdf.Name.a, 1, 2, 3])
        page.obj["/BleedBox"] = pikepdf.Array([1])

    return page_of(spoil=spoil)


def page_tree_in_itself() -> bytes:
    """A list of pages that is one of its own pages."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=A5)
    data = saved(pdf)
    return data.replace(b"/Kids [ 3 0 R ]", b"/Kids [ 2 0 R ]")


def many_pages(count: int = 100_000) -> bytes:
    """As many pages as said, all of them one object."""
    kids = b"3 0 R " * count
    body = (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    ) % (count, kids)
    return b"%PDF-1.6\n" + body + b"trailer<</Root 1 0 R/Size 4>>\n%%EOF"


def deep() -> bytes:
    """Arrays a hundred thousand deep."""
    return page_of().replace(
        b"/Resources <<", b"/Deep " + b"[" * 100_000 + b"]" * 100_000 + b" /Resources <<"
    )


def dashes() -> bytes:
    """A line of a million dashes."""
    return page_of(b"[.0001] 0 d 1 w 0 100 m 400 100 l S\n" * 200)


def many_shapes() -> bytes:
    """Three million operations."""
    return page_of(b"0 0 9 9 re f " * 1_500_000)


def locked(user: str = "", owner: str = "owner") -> bytes:
    """A file behind passwords."""
    with pikepdf.open(io.BytesIO(page_of())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user=user, owner=owner))


def torn() -> bytes:
    """A file that breaks off half way."""
    whole = page_of(b"0 0 0 1 k 100 100 50 50 re f\n" * 500)
    return whole[: len(whole) // 2]


def astray() -> bytes:
    """A cross-reference table that points nowhere."""
    return page_of().replace(b"startxref\n", b"startxref\n9")


ALL: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "no PDF": lambda: b"just a text",
    "a head alone": lambda: b"%PDF-1.6\n",
    "no pages": lambda: saved(pikepdf.new()),
    "bomb": bomb,
    "form in itself": form_in_itself,
    "forms by ten": forms_by_ten,
    "pattern in itself": pattern_in_itself,
    "tile of a hair": tile_of_a_hair,
    "glyph in itself": glyph_in_itself,
    "large picture": large_picture,
    "large line art": large_line_art,
    "vast sheet": vast_sheet,
    "odd boxes": odd_boxes,
    "page tree in itself": page_tree_in_itself,
    "many pages": many_pages,
    "deep": deep,
    "dashes": dashes,
    "many shapes": many_shapes,
    "locked": lambda: locked(user="secret"),
    "restricted": locked,
    "torn": torn,
    "astray": astray,
}
