"""Any PDF inspected: the facts that the rules about the press file look at."""

import io
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pikepdf
import pypdfium2

from newsletter.language import _
from newsletter.lengths import Pt, to_mm
from newsletter.press import document, form_operators, path_operators, state_operators, text_operators
from newsletter.press.area import Extent
from newsletter.press.canvas import State
from newsletter.press.facts import Box, PressFile, Sheet
from newsletter.press.faults import UnreadablePdf
from newsletter.press.fonts import FontBook
from newsletter.press.ledger import Ledger
from newsletter.press.matrix import Matrix
from newsletter.press.reader import Budget, Reader, TooMuch
from newsletter.press.reading import opened, source, text_and_lines
from newsletter.press.resources import Resources
from newsletter.press.streams import TooLarge

T = TypeVar("T")
ACTIONS = state_operators.ACTIONS | path_operators.ACTIONS | text_operators.ACTIONS | form_operators.ACTIONS
MOST_PAGES = 1000

# What pikepdf and pdfium raise on objects that are not what the format says they are.
_DAMAGE = (
    pikepdf.PdfError,
    pypdfium2.PdfiumError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
    UnreadablePdf,
)


def inspect(path_or_bytes: Path | str | bytes, with_text: bool = True) -> PressFile:
    """Return the facts of a PDF, places in mm from the trim's top left corner.

    What is damaged is named in ``faults``; hostile files cost a bounded amount of work. ``with_text``
    leaves out text and lines where only the paint matters; a file that holds too much gives none.
    Raises ``UnreadablePdf`` for a file that is no PDF, is locked by a password or cannot be opened.
    """
    data = source(path_or_bytes)
    name = "" if isinstance(path_or_bytes, bytes) else Path(path_or_bytes).name
    with _opened(data, name) as pdf:
        inspection = _Inspection(pdf, name, _header(data))
        found = inspection.file()
    return _with_text(found, data) if with_text and not inspection.hostile else found


def _header(data: bytes) -> str:
    """Return the first line: ``%PDF-1.6``; nothing where the file starts with anything else."""
    return data[:8].decode("latin-1") if data.startswith(b"%PDF-") else ""


def _opened(data: bytes, name: str) -> pikepdf.Pdf:
    """Return the file open.

    Raises ``UnreadablePdf``.
    """
    what = name or _("The file")
    if b"%PDF-" not in data[:1024]:
        raise UnreadablePdf(_("{file} is not a PDF.").format(file=what))
    try:
        return pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        sentence = _("{file} is locked by a password.").format(file=what)
        raise UnreadablePdf(sentence, _("Export it again without a password.")) from error
    except _DAMAGE as error:
        raise UnreadablePdf(_("{file} is damaged and cannot be opened.").format(file=what)) from error


class _Inspection:
    """An open file on its way to being facts."""

    def __init__(self, pdf: pikepdf.Pdf, name: str, header: str) -> None:
        self.pdf = pdf
        self.name = name
        self.header = header
        self.faults: list[str] = []
        self.fonts = FontBook()
        self.budget = Budget()
        self.hostile = False

    def file(self) -> PressFile:
        """Return the facts, text excepted."""
        pages = self._pages()
        return PressFile(
            name=self.name,
            header=self.header,
            version=self._try(lambda: self.pdf.pdf_version, "", _("the version")),
            encrypted=self.pdf.is_encrypted,
            identified=self._try(lambda: "/ID" in self.pdf.trailer, False, _("the identifier")),
            intents=self._try(lambda: document.intents(self.pdf), (), _("the output intents")),
            info=self._try(lambda: document.info(self.pdf), {}, _("the document information")),
            xmp=self._try(lambda: document.xmp(self.pdf), {}, _("the metadata")),
            language=self._try(lambda: document.text(self.pdf.Root.get("/Lang")), "", _("the language")),
            pages=pages,
            fonts=tuple(self.fonts.entered.values()),
            optional_content=self._try(lambda: "/OCProperties" in self.pdf.Root, False, _("the layers")),
            actions=self._try(lambda: document.actions(self.pdf), (), _("the actions")),
            embedded_files=self._try(lambda: document.embedded_files(self.pdf), 0, _("the attachments")),
            faults=tuple(dict.fromkeys(self.faults)),
        )

    def _pages(self) -> tuple[Sheet, ...]:
        """Return the pages, as many as can be read."""
        count = self._try(lambda: len(self.pdf.pages), 0, _("the list of pages"))
        if count > MOST_PAGES:
            fault = _("The file has {count} pages; only the first {most} were read.")
            self.faults.append(fault.format(count=count, most=MOST_PAGES))
        return tuple(self._page(number) for number in range(1, min(count, MOST_PAGES) + 1))

    def _page(self, number: int) -> Sheet:
        """Return one page."""
        where = _("page {page}").format(page=number)
        empty = Sheet(number)
        return self._try(lambda: self._sheet(number, self.pdf.pages[number - 1].obj, where), empty, where)

    def _sheet(self, number: int, page: pikepdf.Object, where: str) -> Sheet:
        """Return a page's facts."""
        media, crop, bleed, trim, art = (document.box(page, f"/{name}Box") for name in _BOXES)
        frame = trim or art or crop or media or _A4
        ledger = Ledger(number, Extent(0.0, 0.0, frame.width, frame.height))
        self._try(lambda: self._read(page, ledger, frame), None, where)
        annotations = page.get("/Annots")
        return ledger.sheet(
            media=media,
            crop=crop,
            bleed=bleed,
            trim=trim,
            art=art,
            rotation=int(document.inherited(page, "/Rotate") or 0),
            annotations=len(annotations) if isinstance(annotations, pikepdf.Array) else 0,
            actions="/AA" in page,
        )

    def _read(self, page: pikepdf.Object, ledger: Ledger, frame: Box) -> None:
        """Read a page's content into its ledger."""
        resources = Resources(document.inherited(page, "/Resources"))
        if isinstance(page.get("/Group"), pikepdf.Dictionary):
            ledger.transparency["Group"] = None
        reader = Reader(ledger, resources, self.fonts, self.budget, ACTIONS, State(matrix=_to_trim(frame)))
        reader.read(b"\n".join(document.content(page)))

    def _try(self, read: Callable[[], T], otherwise: T, what: str) -> T:
        """Return what is read, or ``otherwise`` and a fault."""
        try:
            return read()
        except (TooMuch, TooLarge):
            self.hostile = True
            fault = _("The file holds more than any newspaper: {what} was not read whole.")
            self.faults.append(fault.format(what=what))
        except _DAMAGE as error:
            reason = str(error).partition("\n")[0].rpartition(": ")[2][:200] or type(error).__name__
            fault = _("The file is damaged: {what} could not be read ({reason}).")
            self.faults.append(fault.format(what=what, reason=reason))
        return otherwise


_BOXES = ("Media", "Crop", "Bleed", "Trim", "Art")
_A4 = Box(Pt(0.0), Pt(0.0), Pt(595.276), Pt(841.89))


def _to_trim(frame: Box) -> Matrix:
    """Return the transformation from points on the sheet to mm from the trim's top left corner."""
    scale = to_mm(1.0)
    return scale, 0.0, 0.0, -scale, -frame.x0 * scale, frame.y1 * scale


def _with_text(found: PressFile, data: bytes) -> PressFile:
    """Return the facts with text and lines of type; what pdfium cannot read is a fault."""
    faults = list(found.faults)
    pages = list(found.pages)
    try:
        reader = opened(data)
    except UnreadablePdf as error:
        return replace(found, faults=(*faults, error.sentence))
    for index, page in enumerate(pages):
        try:
            text, lines = text_and_lines(reader, page.number)
            pages[index] = replace(page, text=text, lines=lines)
        except _DAMAGE:
            faults.append(_("The text of page {page} could not be read.").format(page=page.number))
    reader.close()
    return replace(found, pages=tuple(pages), faults=tuple(faults))
