"""The screen edition: the print file cut to the trim, in RGB, with small pictures and bookmarks.

It is derived from the finished print file, so that both say the same, line for line.
"""

import hashlib
import io
import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pikepdf

from newsletter.condition import Condition
from newsletter.language import _
from newsletter.lengths import Mm, to_pt
from newsletter.press.colour import space_name
from newsletter.press.faults import UnfitProof
from newsletter.press.marks import NAME as MARKS
from newsletter.press.matrix import IDENTITY, Matrix, moved, of, times
from newsletter.press.operators import Operation, name, numbers, operations
from newsletter.press.order import FinishOrder
from newsletter.press.overprint import Ink, overprint_states
from newsletter.press.reading import source
from newsletter.press.spots import space_key

Colour = tuple[float, float, float]
Edges = tuple[float, float, float, float]

_FULL = 255
_VERSION = "1.6"
_STATES = frozenset(overprint_states())
_LABEL = re.compile(r"<pdfxid:GTS_PDFXVersion>[^<]*</pdfxid:GTS_PDFXVersion>\n?")
_INSTANCE = re.compile(r"(?<=<xmpMM:InstanceID>uuid:)[^<]*")
_RENDITION = re.compile(r"(?<=<xmpMM:RenditionClass>)[^<]*")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the contents: page from 1, ``top`` in mm from the trim's top, the lines under it."""

    title: str
    page: int
    top: Mm
    inner: tuple["Bookmark", ...] = ()


def screen_edition(
    print_pdf: bytes | Path,
    pictures: Mapping[str, bytes],
    order: FinishOrder,
    bookmarks: Iterable[Bookmark] = (),
) -> bytes:
    """Return a finished print file for the screen; same input, same bytes.

    ``pictures`` holds the sRGB JPEG for every press picture under the SHA-256 of the press JPEG, which
    the engine embeds as it is. Type outside the bleed, the slug, goes with the marks; type and fonts
    inside are not touched. Raises ``UnfitProof`` where pictures and file do not agree, ``UnreadablePdf``
    where there is no such file.
    """
    printed, contents = source(print_pdf), tuple(bookmarks)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        spots = {space_key(place): spot.inks for place, spot in enumerate(order.spots)}
        _repaint(pdf, partial(screen_colour, condition=order.condition), spots)
        _drop_overprint(pdf, spots)
        _replace_pictures(pdf, pictures)
        for page in pdf.pages:
            _cut(page)
        _relabel(pdf, _digest(printed, pictures, contents))
        _set_bookmarks(pdf, contents, order)
        return _saved(pdf)


def screen_colour(ink: Ink, condition: Condition) -> Colour:
    """Return an ink in sRGB, by the condition's profile and intent as the photos.

    Black alone is grey by plain tone value, 1 - K: type is black on the screen, and the gamma of sRGB
    darkens a tint about as much as the press's tone value increase does.
    """
    *colours, black = ink
    if not any(colours):
        level = round(1 - black, 4)
        return level, level, level
    from PIL import Image

    from newsletter.photos.colour import conversion
    from newsletter.photos.target import screen_target

    dot = Image.new("CMYK", (1, 1), tuple(round(part * _FULL) for part in ink))
    red, green, blue = conversion("CMYK", b"", screen_target(condition))(dot).tobytes()
    return red / _FULL, green / _FULL, blue / _FULL


@dataclass(slots=True)
class _Rewriter:
    """A content stream on its way from ink to light; type that starts outside ``within`` is left out."""

    colour: Callable[[Ink], Colour]
    spots: Mapping[str, Ink] = field(default_factory=dict)
    within: Edges | None = None
    matrix: Matrix = IDENTITY
    text: Matrix = IDENTITY
    saved: list[Matrix] = field(default_factory=list)
    spot: Ink | None = None
    known: dict[bytes, bytes] = field(default_factory=dict)

    def rewritten(self, stream: bytes) -> Iterator[bytes]:
        """Return the stream in pieces."""
        kept = 0
        for operation in operations(stream):
            action = _ACTIONS.get(operation.operator)
            written = action(self, operation) if action else None
            if written is not None:
                yield stream[kept : operation.start]
                yield written
                kept = operation.end
        yield stream[kept:]

    def save(self, _operation: Operation) -> None:
        self.saved.append(self.matrix)

    def restore(self, _operation: Operation) -> None:
        self.matrix = self.saved.pop() if self.saved else self.matrix

    def transform(self, operation: Operation) -> None:
        self.matrix = times(of(numbers(operation.operands)), self.matrix)

    def begin(self, _operation: Operation) -> None:
        self.text = IDENTITY

    def place(self, operation: Operation) -> None:
        self.text = of(numbers(operation.operands))

    def next_line(self, operation: Operation) -> None:
        parts = numbers(operation.operands)
        self.text = times(of((1.0, 0.0, 0.0, 1.0, *parts)), self.text)

    def show(self, _operation: Operation) -> bytes | None:
        """Return nothing for a string that starts where the reader's page does not reach."""
        if self.within is None:
            return None
        x, y = moved((0.0, 0.0), times(self.text, self.matrix))
        left, bottom, right, top = self.within
        return None if left <= x <= right and bottom <= y <= top else b""

    def paint(self, operation: Operation) -> bytes | None:
        """Return ``k`` as ``rg``, ``K`` as ``RG``."""
        whole = operation.operands + operation.operator
        if whole not in self.known:
            self.known[whole] = self._light(operation)
        return self.known[whole]

    def _light(self, operation: Operation) -> bytes:
        cyan, magenta, yellow, black, *_rest = (*numbers(operation.operands), 0.0, 0.0, 0.0, 1.0)
        parts = " ".join(f"{part:.4g}" for part in self.colour((cyan, magenta, yellow, black)))
        return f"{parts} {'RG' if operation.operator == b'K' else 'rg'}".encode("ascii")

    def space(self, operation: Operation) -> bytes | None:
        """Note a spot ink, whose tint follows; its space goes."""
        self.spot = self.spots.get(name(operation.operands))
        return None if self.spot is None else b""

    def tint(self, operation: Operation) -> bytes | None:
        """Return the tint of a spot ink as the mixture that shows it, in light."""
        if self.spot is None:
            return None
        (share,) = numbers(operation.operands)
        mixture = " ".join(f"{share * part:.6g}" for part in self.spot).encode("ascii") + b" "
        paint = b"K" if operation.operator.isupper() else b"k"
        return self.paint(operation._replace(operator=paint, operands=mixture))

    def state(self, operation: Operation) -> bytes | None:
        """Return nothing for a state of overprint."""
        return b"" if name(operation.operands) in _STATES else None

    def form(self, operation: Operation) -> bytes | None:
        """Return nothing for the marks."""
        return b"" if name(operation.operands) == MARKS else None


_Action = Callable[[_Rewriter, Operation], bytes | None]
_ACTIONS: dict[bytes, _Action] = {
    b"q": _Rewriter.save,
    b"Q": _Rewriter.restore,
    b"cm": _Rewriter.transform,
    b"BT": _Rewriter.begin,
    b"Tm": _Rewriter.place,
    b"gs": _Rewriter.state,
    b"Do": _Rewriter.form,
    **dict.fromkeys((b"Td", b"TD"), _Rewriter.next_line),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), _Rewriter.show),
    **dict.fromkeys((b"k", b"K"), _Rewriter.paint),
    **dict.fromkeys((b"cs", b"CS"), _Rewriter.space),
    **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), _Rewriter.tint),
}


def _repaint(pdf: pikepdf.Pdf, colour: Callable[[Ink], Colour], spots: Mapping[str, Ink]) -> None:
    """Rewrite pages, forms and tiling patterns in RGB."""
    known: dict[bytes, bytes] = {}
    for page in pdf.pages:
        rewriter = _Rewriter(colour, spots, _bleed(page), known=known)
        page.obj["/Contents"].write(b"".join(rewriter.rewritten(page.obj["/Contents"].read_bytes())))
    for stream in _streams(pdf):
        if stream.get("/Subtype") == pikepdf.Name.Form or stream.get("/PatternType") == 1:
            stream.write(b"".join(_Rewriter(colour, spots, known=known).rewritten(stream.read_bytes())))


def _streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    return (thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream))


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
    unwanted = (("/ExtGState", _STATES), ("/XObject", {MARKS}), ("/ColorSpace", set(spots)))
    for kind, names in unwanted:
        entries = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
        if isinstance(entries, pikepdf.Dictionary):
            for key in names & set(entries.keys()):
                del entries[key]


def _replace_pictures(pdf: pikepdf.Pdf, pictures: Mapping[str, bytes]) -> None:
    """Put the screen's pictures in place of the press's, known by their content.

    Raises ``UnfitProof`` unless every picture of the press has its own for the screen and none is left.
    """
    left = set(pictures)
    for stream in _streams(pdf):
        if stream.get("/Subtype") == pikepdf.Name.Image and _is_ink(stream):
            key = hashlib.sha256(stream.read_raw_bytes()).hexdigest()
            if key not in pictures:
                raise UnfitProof(_("A picture of the print file has none for the screen."))
            _replace(stream, pictures[key])
            left.discard(key)
    if left:
        raise UnfitProof(_("A picture for the screen is not in the print file."))


def _is_ink(image: pikepdf.Stream) -> bool:
    """Return whether an image is in CMYK, of whatever kind."""
    space = space_name(image.get("/ColorSpace"))
    return "DeviceCMYK" in space or space.endswith("ICCBased 4")


def _replace(image: pikepdf.Stream, jpeg: bytes) -> None:
    """Make an image show an sRGB JPEG.

    Raises ``UnfitProof`` where it is of another shape: it would come out squeezed.
    """
    width, height = _size(jpeg)
    across, down = int(image["/Width"]), int(image["/Height"])
    if abs(across * height - width * down) > across + down + width + height:
        raise UnfitProof(_("A picture for the screen has another shape than the one in the print file."))
    image.write(jpeg, filter=pikepdf.Name.DCTDecode)
    image["/Width"], image["/Height"], image["/BitsPerComponent"] = width, height, 8
    image["/ColorSpace"] = pikepdf.Name.DeviceRGB
    if "/Decode" in image:
        del image["/Decode"]


def _size(jpeg: bytes) -> tuple[int, int]:
    """Return width and height of an RGB JPEG; raises ``UnfitProof`` for any other picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            size, mode = picture.size, picture.mode
    except UnidentifiedImageError:
        size, mode = (0, 0), ""
    if mode != "RGB":
        raise UnfitProof(_("A picture for the screen is no JPEG in RGB."))
    return size


def _cut(page: pikepdf.Page) -> None:
    """Cut a page to its trim, whose lower left corner becomes the origin."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    shift = f"1 0 0 1 {-left:.6f} {-bottom:.6f} cm\n".encode("ascii")
    page.obj["/Contents"].write(shift + page.obj["/Contents"].read_bytes())
    page.obj["/MediaBox"] = pikepdf.Array([0, 0, round(right - left, 6), round(top - bottom, 6)])
    for box in ("/BleedBox", "/TrimBox", "/CropBox", "/ArtBox"):
        if box in page.obj:
            del page.obj[box]


def _digest(printed: bytes, pictures: Mapping[str, bytes], bookmarks: tuple[Bookmark, ...]) -> str:
    """Return a hash of all that the edition is made from."""
    whole = hashlib.sha256(printed)
    for key in sorted(pictures):
        whole.update(hashlib.sha256(pictures[key]).digest())
    whole.update(repr(bookmarks).encode("utf-8"))
    return whole.hexdigest()


def _relabel(pdf: pikepdf.Pdf, fingerprint: str) -> None:
    """Take back the label and the intent of PDF/X; title, language, dates and document stay the same."""
    for owner, key in ((pdf.Root, "/OutputIntents"), (pdf.trailer["/Info"], "/GTS_PDFXVersion")):
        if key in owner:
            del owner[key]
    packet = pdf.Root["/Metadata"].read_bytes().decode("utf-8")
    instance = uuid.uuid5(uuid.NAMESPACE_OID, fingerprint)
    for pattern, text in ((_LABEL, ""), (_INSTANCE, str(instance)), (_RENDITION, "screen")):
        packet = pattern.sub(text, packet)
    pdf.Root["/Metadata"].write(packet.encode("utf-8"))


def _set_bookmarks(pdf: pikepdf.Pdf, bookmarks: tuple[Bookmark, ...], order: FinishOrder) -> None:
    """Set the contents beside the pages."""
    with pdf.open_outline() as outline:
        outline.root.extend(_item(each, order) for each in bookmarks)


def _item(bookmark: Bookmark, order: FinishOrder) -> pikepdf.OutlineItem:
    """Return a bookmark with those under it."""
    top = round(to_pt(Mm(order.height - bookmark.top)), 2)
    item = pikepdf.OutlineItem(bookmark.title, bookmark.page - 1, "XYZ", left=0, top=top)
    item.children.extend(_item(each, order) for each in bookmark.inner)
    return item


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
