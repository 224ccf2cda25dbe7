"""Operators that place pictures, shadings, forms and patterns (ISO 32000-1, 8.7 to 8.10)."""

from itertools import pairwise

import pikepdf

from newsletter.press.area import around, corners
from newsletter.press.canvas import Colour, unit_square
from newsletter.press.colour import space_name
from newsletter.press.facts import Picture
from newsletter.press.ledger import MOST_PICTURES
from newsletter.press.matrix import Matrix, of, stretch, times
from newsletter.press.oddities import note_oddities
from newsletter.press.operators import Operation, name
from newsletter.press.reader import Action, Reader, TooMuch
from newsletter.press.resources import Resources
from newsletter.press.streams import unpacked

_DEEPEST = 12
_MOST_GLYPHS = 1000
_LEAST_MM = 1e-6
_MAPPING = (pikepdf.Dictionary, pikepdf.Stream)
_LONG = {"/Width": "/W", "/Height": "/H", "/ColorSpace": "/CS", "/Filter": "/F", "/ImageMask": "/IM"}


def _shading(reader: Reader, operation: Operation) -> None:
    _blend(reader, reader.resources.get("/Shading", name(operation.operands)))


def _blend(reader: Reader, shading: object) -> None:
    """Enter a shading by its colour space; it fills whatever the clip leaves open."""
    space = space_name(shading.get("/ColorSpace")) if isinstance(shading, _MAPPING) else "unknown"
    reader.paint("shading", Colour(space, ()), reader.ledger.trim)


def _inline_image(reader: Reader, operation: Operation) -> None:
    facts = _inline_facts(operation.operands)
    space = reader.resources.space(facts.get("/CS", "/DeviceGray"))
    picture = _picture("", facts.get("/W", ""), facts.get("/H", ""), space, facts.get("/F", "/"), reader)
    _place(reader, picture, facts.get("/IM") == "true")


def _inline_facts(dictionary: bytes) -> dict[str, str]:
    """Return an inline image's dictionary with its short keys."""
    words = dictionary.decode("latin-1").replace("[", " ").replace("]", " ").replace("/", " /").split()
    return {_LONG.get(key, key): value for key, value in pairwise(words) if key.startswith("/")}


def _invoke(reader: Reader, operation: Operation) -> None:
    called = name(operation.operands)
    found = reader.resources.get("/XObject", called)
    if not isinstance(found, pikepdf.Stream):
        return
    if found.get("/Subtype") == pikepdf.Name.Image:
        _image(reader, found, called)
    elif found.get("/Subtype") == pikepdf.Name.Form:
        _form(reader, found)
    note_oddities(reader, found)


def _image(reader: Reader, image: pikepdf.Stream, called: str) -> None:
    """Enter an image XObject."""
    if isinstance(image.get("/SMask"), pikepdf.Stream):
        reader.ledger.transparency["SMask"] = None
    width, height = (str(image.get(key, "")) for key in ("/Width", "/Height"))
    space, filters = space_name(image.get("/ColorSpace")), _names(image.get("/Filter"))
    _place(
        reader, _picture(called, width, height, space, filters, reader), bool(image.get("/ImageMask", False))
    )


def _picture(called: str, wide: str, high: str, space: str, filters: str, reader: Reader) -> Picture:
    """Return an image as it comes to stand; ppi along its own sides."""
    width, height = (int(each) if each.isascii() and each.isdigit() else 0 for each in (wide[:9], high[:9]))
    across, down = (max(each, _LEAST_MM) / 25.4 for each in stretch(reader.state.matrix))
    return Picture(
        name=called.removeprefix("/"),
        width=width,
        height=height,
        space=space,
        filter=filters.removeprefix("/"),
        at=unit_square(reader.state.matrix).spot(reader.ledger.page),
        ppi_x=round(width / across, 1),
        ppi_y=round(height / down, 1),
        inline=not called,
    )


def _place(reader: Reader, picture: Picture, mask: bool) -> None:
    """Enter an image; a mask is paint in the colour of fills."""
    extent = unit_square(reader.state.matrix)
    if mask:
        reader.paint("fill", reader.state.fill, extent)
        return
    reader.paint("image", Colour(picture.space, ()), extent)
    if len(reader.ledger.pictures) < MOST_PICTURES:
        reader.ledger.pictures.append(picture)


def read_pattern(reader: Reader, called: str) -> None:
    """Enter the colours of a pattern that is chosen: those of its tile, or of its shading."""
    found = reader.resources.get("/Pattern", called)
    if isinstance(found, pikepdf.Stream):
        _form(reader, found)
    elif isinstance(found, pikepdf.Dictionary):
        _blend(reader, found.get("/Shading"))


def _form(reader: Reader, form: pikepdf.Stream) -> None:
    """Read a form where it is called.

    Raises ``TooMuch`` for forms nested deeper than they ever are: one that calls itself would keep
    pdfium busy for good.
    """
    _descended(reader)
    if isinstance(form.get("/Group"), pikepdf.Dictionary):
        reader.ledger.transparency["Group"] = None
    state = reader.state.copy()
    state.matrix = times(of(_floats(form.get("/Matrix"))), reader.state.matrix)
    box = _floats(form.get("/BBox"))
    if len(box) == 4:
        x0, y0, x1, y1 = box
        state.clip = state.clip.within(around(corners(x0, y0, x1 - x0, y1 - y0, state.matrix)))
    reader.inner(state, Resources(form.get("/Resources"), reader.resources)).read(unpacked(form))


def read_glyphs(reader: Reader, font: pikepdf.Dictionary, matrix: Matrix) -> None:
    """Enter the glyphs of a font that content streams draw (Type 3), once a page, where it is first set."""
    procedures, key = font.get("/CharProcs"), (font.objgen, reader.ledger.page)
    if not isinstance(procedures, pikepdf.Dictionary) or key in reader.fonts.drawn:
        return
    reader.fonts.drawn.add(key)
    state = reader.state.copy()
    state.matrix = times(of(_floats(font.get("/FontMatrix"))), matrix)
    resources = Resources(font.get("/Resources"), reader.resources)
    for glyph in list(procedures.values())[:_MOST_GLYPHS]:
        stream = unpacked(glyph) if isinstance(glyph, pikepdf.Stream) else b""
        # A glyph that begins with d1 takes the colour of the text.
        if b"d1" not in stream[:200].split():
            _descended(reader)
            reader.inner(state.copy(), resources).read(stream)


def read_appearance(reader: Reader, form: pikepdf.Stream, place: Matrix) -> None:
    """Enter what an annotation looks like."""
    reader.state.matrix = times(place, reader.state.matrix)
    _form(reader, form)


def _descended(reader: Reader) -> None:
    """Raise ``TooMuch`` for streams nested deeper than they ever are."""
    if reader.depth >= _DEEPEST:
        raise TooMuch


def _floats(value: object) -> tuple[float, ...]:
    """Return an array of numbers; anything else is empty."""
    if not isinstance(value, pikepdf.Array) or len(value) > 6:
        return ()
    return tuple(float(each) for each in value)


def _names(value: object) -> str:
    """Return one name or an array of names as text."""
    entries = list(value) if isinstance(value, pikepdf.Array) else [value]
    return " ".join(str(each).removeprefix("/") for each in entries if isinstance(each, pikepdf.Name))


ACTIONS: dict[bytes, Action] = {b"sh": _shading, b"BI": _inline_image, b"Do": _invoke}
