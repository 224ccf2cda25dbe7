"""The screen edition made of a finished print file, so that both say the same, line for line."""

import hashlib
import io
import re
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

import pikepdf

from newsletter.press.marks import NAME as MARKS
from newsletter.press.order import FinishOrder
from newsletter.press.overprint import Ink
from newsletter.press.reading import source
from newsletter.press.screen.bookmarks import Bookmark, set_bookmarks
from newsletter.press.screen.colours import Colour, screen_colour
from newsletter.press.screen.glyphs import blanks_of
from newsletter.press.screen.marking import Mark, Marker
from newsletter.press.screen.pictures import replace_pictures, streams
from newsletter.press.screen.places import PagePlaces, places_of
from newsletter.press.screen.repainting import STATES, Edges, Rewriter
from newsletter.press.screen.tree import set_structure
from newsletter.press.spots import space_key
from newsletter.structure import Element

_VERSION = "1.7"
_LABEL = re.compile(r"<pdfxid:GTS_PDFXVersion>[^<]*</pdfxid:GTS_PDFXVersion>\n?")
_INSTANCE = re.compile(r"(?<=<xmpMM:InstanceID>uuid:)[^<]*")
_RENDITION = re.compile(r"(?<=<xmpMM:RenditionClass>)[^<]*")
_NAMES = re.compile(r'(?= xmlns:pdf=")')
_LAST = re.compile(r"(?=</rdf:Description>)")
_UA_NAMES = ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"\n'
_UA_LABEL = "<pdfuaid:part>1</pdfuaid:part>\n"


def screen_edition(
    print_pdf: bytes | Path,
    pictures: Mapping[str, bytes],
    order: FinishOrder,
    bookmarks: Iterable[Bookmark] = (),
    structure: Element | None = None,
) -> bytes:
    """Return a finished print file for the screen; same input, same bytes.

    ``pictures`` holds the sRGB JPEG for every press picture under the SHA-256 of the press JPEG, which
    the engine embeds as it is. Type outside the bleed, the slug, goes with the marks; type and fonts
    inside are not touched. With a ``structure`` the file is tagged as PDF/UA-1 asks (ISO 14289-1). Raises
    ``UnfitProof`` where pictures and file do not agree, ``UnreadablePdf`` where there is no such file.
    """
    printed, contents = source(print_pdf), tuple(bookmarks)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        spots = {space_key(place): spot.inks for place, spot in enumerate(order.spots)}
        marks = _repaint(pdf, partial(screen_colour, condition=order.condition), spots, structure)
        _drop_overprint(pdf, spots)
        replace_pictures(pdf, pictures)
        for page in pdf.pages:
            _cut(page)
        _relabel(pdf, _digest(printed, pictures, contents, structure), _is_worded(structure))
        if structure is not None:
            set_structure(pdf, structure, marks, order)
        set_bookmarks(pdf, contents, order)
        return _saved(pdf)


def _repaint(
    pdf: pikepdf.Pdf,
    colour: Callable[[Ink], Colour],
    spots: Mapping[str, Ink],
    structure: Element | None,
) -> dict[int, Sequence[Mark]]:
    """Rewrite pages, forms and tiling patterns in RGB; return what was marked on each page."""
    known: dict[bytes, bytes] = {}
    places = places_of(structure.walk()) if structure else {}
    marks: dict[int, Sequence[Mark]] = {}
    for page in pdf.pages:
        marker = _marker(page, places) if structure else None
        rewriter = Rewriter(colour, spots, _bleed(page), marker, known)
        page.obj["/Contents"].write(b"".join(rewriter.rewritten(page.obj["/Contents"].read_bytes())))
        marks[page.index + 1] = marker.marks if marker else ()
    for stream in streams(pdf):
        if stream.get("/Subtype") == pikepdf.Name.Form or stream.get("/PatternType") == 1:
            stream.write(b"".join(Rewriter(colour, spots, known=known).rewritten(stream.read_bytes())))
    return marks


def _is_worded(structure: Element | None) -> bool:
    """Return whether every figure of a structure has words that are read in its place."""
    return structure is not None and all(
        element.alternative for element in structure.walk() if element.tag == "Figure"
    )


def _marker(page: pikepdf.Page, places: Mapping[int, PagePlaces]) -> Marker:
    left, _bottom, _right, top = (float(edge) for edge in page.trimbox)
    blanks = cache(partial(blanks_of, page))
    return Marker(places.get(page.index + 1, PagePlaces(())), left, top, blanks)


def _bleed(page: pikepdf.Page) -> Edges:
    """Return the bleed in points, else the trim."""
    left, bottom, right, top = page.obj.get("/BleedBox", page.trimbox)
    return float(left), float(bottom), float(right), float(top)


def _drop_overprint(pdf: pikepdf.Pdf, spots: Mapping[str, Ink]) -> None:
    """Drop the states of overprint, the spot inks and the marks; what is transparent blends in RGB."""
    for thing in (*pdf.objects, *(page.obj["/Resources"] for page in pdf.pages)):
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            continue
        _drop_named(thing.get("/Resources", thing), spots)
        group = thing.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and group.get("/CS") == pikepdf.Name.DeviceCMYK:
            group["/CS"] = pikepdf.Name.DeviceRGB


def _drop_named(resources: pikepdf.Object, spots: Mapping[str, Ink]) -> None:
    """Drop the press's own entries from a resource dictionary."""
    unwanted = (("/ExtGState", STATES), ("/XObject", {MARKS}), ("/ColorSpace", set(spots)))
    for kind, names in unwanted:
        entries = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
        if isinstance(entries, pikepdf.Dictionary):
            for key in names & set(entries.keys()):
                del entries[key]


def _cut(page: pikepdf.Page) -> None:
    """Cut a page to its trim, whose lower left corner becomes the origin."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    shift = f"1 0 0 1 {-left:.6f} {-bottom:.6f} cm\n".encode("ascii")
    page.obj["/Contents"].write(shift + page.obj["/Contents"].read_bytes())
    page.obj["/MediaBox"] = pikepdf.Array([0, 0, round(right - left, 6), round(top - bottom, 6)])
    for box in ("/BleedBox", "/TrimBox", "/CropBox", "/ArtBox"):
        if box in page.obj:
            del page.obj[box]


def _digest(
    printed: bytes,
    pictures: Mapping[str, bytes],
    bookmarks: tuple[Bookmark, ...],
    structure: Element | None,
) -> str:
    """Return a hash of all that the edition is made from."""
    whole = hashlib.sha256(printed)
    for key in sorted(pictures):
        whole.update(hashlib.sha256(pictures[key]).digest())
    whole.update(repr((bookmarks, structure)).encode("utf-8"))
    return whole.hexdigest()


def _relabel(pdf: pikepdf.Pdf, fingerprint: str, tagged: bool) -> None:
    """Take back the label and the intent of PDF/X; title, language, dates and document stay the same.

    A ``tagged`` file is labelled PDF/UA-1, which it must have earned.
    """
    for owner, key in ((pdf.Root, "/OutputIntents"), (pdf.trailer["/Info"], "/GTS_PDFXVersion")):
        if key in owner:
            del owner[key]
    packet = pdf.Root["/Metadata"].read_bytes().decode("utf-8")
    instance = uuid.uuid5(uuid.NAMESPACE_OID, fingerprint)
    changes = [(_LABEL, ""), (_INSTANCE, str(instance)), (_RENDITION, "screen")]
    changes += [(_NAMES, _UA_NAMES), (_LAST, _UA_LABEL)] if tagged else []
    for pattern, text in changes:
        packet = pattern.sub(text, packet, count=1)
    pdf.Root["/Metadata"].write(packet.encode("utf-8"))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the file with an identifier made from its own content."""
    pdf.remove_unreferenced_resources()
    target = io.BytesIO()
    pdf.save(
        target,
        min_version=_VERSION,
        fix_metadata_version=False,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()
