"""Any PDF inspected: the facts that the rules about the press file look at."""

import io
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self, TypeVar

import pikepdf
import pypdfium2

from newsletter.language import _
from newsletter.lengths import Pt, to_mm
from newsletter.press import document, form_operators, path_operators, state_operators, text_operators
from newsletter.press.appearances import appearances
from newsletter.press.area import Extent
from newsletter.press.canvas import State
from newsletter.press.colour import space_name
from newsletter.press.facts import Box, Measure, Part, PressFile, Sheet, Unread
from newsletter.press.faults import UnreadablePdf
from newsletter.press.fonts import FontBook
from newsletter.press.ledger import Ledger
from newsletter.press.limits import Limits
from newsletter.press.matrix import Matrix
from newsletter.press.plates.looking import InkMap, ink_map, ink_of_sheet
from newsletter.press.reader import Budget, Reader, TooMuch
from newsletter.press.reading import characters_of, opened, source, text_and_lines
from newsletter.press.resources import Resources
from newsletter.press.standing import alone
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


def inspect(
    path_or_bytes: Path | str | bytes, with_text: bool = True, limits: Limits | None = None
) -> PressFile:
    """Return the facts of a PDF, places in mm from the trim's top left corner.

    What is damaged is named in ``faults``; hostile files cost a bounded amount of work. ``with_text``
    leaves out text and lines where only the paint matters; a file that holds too much gives none. With
    ``limits`` the plates of every page are drawn too.
    Raises ``UnreadablePdf`` for a file that is no PDF, is locked by a password or cannot be opened.
    """
    data = source(path_or_bytes)
    name = "" if isinstance(path_or_bytes, bytes) else Path(path_or_bytes).name
    with Inspection(data, name, with_text, limits) as inspection:
        pages = [inspection.inked(inspection.page(number)) for number in inspection.numbers()]
        return inspection.file(pages)


def inspect_with_ink(path: Path, limits: Limits) -> tuple[PressFile, tuple[InkMap, ...]]:
    """Return the facts of a PDF and a map of every page's ink, its plates drawn once for both.

    Raises ``UnreadablePdf`` as ``inspect`` does.
    """
    with Inspection(path.read_bytes(), path.name, limits=limits) as inspection:
        sheets = [inspection.page(number) for number in inspection.numbers()]
        maps = {sheet.number: inspection.mapped(sheet) for sheet in sheets}
        pages = [replace(each, ink=found.ink) if (found := maps[each.number]) else each for each in sheets]
        return inspection.file(pages), tuple(each for each in maps.values() if each)


def _header(data: bytes) -> str:
    """Return the first line: ``%PDF-1.6``; nothing where the file starts with anything else."""
    return data[:8].decode("latin-1") if data.startswith(b"%PDF-") else ""


def _opened(data: bytes, name: str) -> pikepdf.Pdf:
    """Return the file open.

    Raises ``UnreadablePdf``.
    """
    what = name or _("The file")
    if not data:
        raise UnreadablePdf(_("{file} is empty.").format(file=what))
    if b"%PDF-" not in data[:1024]:
        raise UnreadablePdf(_("{file} is not a PDF.").format(file=what))
    try:
        return pikepdf.open(io.BytesIO(data), suppress_warnings=True, inherit_page_attributes=False)
    except pikepdf.PasswordError as error:
        sentence = _("{file} is locked by a password.").format(file=what)
        raise UnreadablePdf(sentence, _("Export it again without a password.")) from error
    except _DAMAGE as error:
        raise UnreadablePdf(_("{file} is damaged and cannot be opened.").format(file=what)) from error


class Inspection:
    """An open file on its way to being facts, page by page; use as a context."""

    def __init__(
        self, data: bytes, name: str = "", with_text: bool = True, limits: Limits | None = None
    ) -> None:
        self.data, self.name, self.with_text, self.limits = data, name, with_text, limits
        self.pdf = _opened(data, name)
        self.faults: list[str] = []
        self.unread: list[Unread] = []
        self.fonts = FontBook()
        self.budget = Budget()
        self.hostile = False
        self._text: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_ended: object) -> None:
        if self._text is not None:
            self._text.close()
        self.pdf.close()

    def numbers(self) -> range:
        """Return the numbers of the pages that are read: as many as can be, not more than 1000."""
        count = self._try(lambda: len(self.pdf.pages), -1, _("the list of pages"), "file")
        if count == 0:
            self._unread("file", 0, _("The file has no pages."))
        if count > MOST_PAGES:
            fault = _("The file has {count} pages; only the first {most} were read.")
            self._unread("file", 0, fault.format(count=count, most=MOST_PAGES))
        return range(1, max(0, min(count, MOST_PAGES)) + 1)

    def file(self, pages: Sequence[Sheet]) -> PressFile:
        """Return the facts of the whole file with its pages."""
        return PressFile(
            name=self.name,
            header=_header(self.data),
            version=self._try(lambda: self.pdf.pdf_version, "", _("the version")),
            encrypted=self.pdf.is_encrypted,
            identified=self._try(lambda: "/ID" in self.pdf.trailer, False, _("the identifier")),
            intents=self._try(lambda: document.intents(self.pdf), (), _("the output intents")),
            info=self._try(lambda: document.info(self.pdf), {}, _("the document information")),
            xmp=self._try(lambda: document.xmp(self.pdf), {}, _("the metadata")),
            language=self._try(lambda: document.text(self.pdf.Root.get("/Lang")), "", _("the language")),
            pages=tuple(pages),
            fonts=tuple(self.fonts.entered.values()),
            optional_content=self._try(lambda: "/OCProperties" in self.pdf.Root, False, _("the layers")),
            actions=self._try(lambda: document.actions(self.pdf), (), _("the actions")),
            embedded_files=self._try(lambda: document.embedded_files(self.pdf), 0, _("the attachments")),
            packed=b"/ObjStm" in self.data or b"/XRef" in self.data,
            faults=tuple(dict.fromkeys(self.faults)),
            unread=tuple(dict.fromkeys(self.unread)),
        )

    def page(self, number: int) -> Sheet:
        """Return one page's facts, its plates excepted."""
        where = _("page {page}").format(page=number)
        sheet = self._try(
            lambda: self._sheet(number, self.pdf.pages[number - 1].obj, where),
            Sheet(number),
            where,
            "page",
            number,
        )
        return self._worded(sheet) if self.with_text and not self.hostile else sheet

    def _worded(self, sheet: Sheet) -> Sheet:
        """Return the page with its text and lines of type; what pdfium cannot read is a fault."""
        number = sheet.number
        try:
            self._text = self._text or opened(self.data)
            text, lines = text_and_lines(self._text, number)
            sheet = replace(sheet, text=text, lines=lines)
            return replace(sheet, alone=self._alone(sheet)) if self.limits else sheet
        except _DAMAGE:
            fault = _("The text of page {page} could not be read.").format(page=number)
            self._unread("text", number, fault)
            return sheet

    def _alone(self, sheet: Sheet) -> tuple[Measure, ...]:
        """Return the page's type that is too small and is no reading."""
        least = self.limits.smallest_type if self.limits else 0.0
        if all(each.least.value >= least for each in sheet.type_sizes):
            return ()
        return alone(tuple(characters_of(self._text, sheet.number)), least, sheet.number)

    def inked(self, sheet: Sheet) -> Sheet:
        """Return the page with its plates drawn where there are limits to draw them for."""
        return replace(sheet, ink=self._drawn(sheet, ink_of_sheet))

    def mapped(self, sheet: Sheet) -> InkMap | None:
        """Return where the ink of a page lies, none where it cannot be drawn."""
        return self._drawn(sheet, ink_map)

    def _drawn(self, sheet: Sheet, draw: Callable[[pikepdf.Pdf, Sheet, Limits], T | None]) -> T | None:
        """Return what is drawn of a page's plates where there are limits to draw them for."""
        limits = self.limits
        if limits is None or self.hostile:
            return None
        where = _("the ink of page {page}").format(page=sheet.number)
        return self._try(lambda: draw(self.pdf, sheet, limits), None, where, "plates", sheet.number)

    def _sheet(self, number: int, page: pikepdf.Object, where: str) -> Sheet:
        """Return a page's facts."""
        boxes = {f"{name.lower()}": document.box(page, f"/{name}Box") for name in _BOXES}
        frame = boxes["trim"] or boxes["art"] or boxes["crop"] or boxes["media"] or A4
        ledger = Ledger(number, Extent(0.0, 0.0, frame.width, frame.height))
        self._try(lambda: self._read(page, ledger, frame), None, where, "content", number)
        annotations = page.get("/Annots")
        return ledger.sheet(
            **boxes,
            rotation=int(document.inherited(page, "/Rotate") or 0),
            annotations=len(annotations) if isinstance(annotations, pikepdf.Array) else 0,
            actions="/AA" in page,
        )

    def _read(self, page: pikepdf.Object, ledger: Ledger, frame: Box) -> None:
        """Read a page's content, and what its annotations look like, into its ledger."""
        resources = Resources(document.inherited(page, "/Resources"))
        group = page.get("/Group")
        if isinstance(group, pikepdf.Dictionary):
            ledger.transparency["Group"] = None
            ledger.blend_space = space_name(group["/CS"]) if "/CS" in group else ""
        state = State(matrix=_to_trim(frame))
        self._reader(ledger, resources, state.copy()).read(b"\n".join(document.content(page)))
        for form, place in appearances(page):
            form_operators.read_appearance(self._reader(ledger, resources, state.copy()), form, place)
        for what in document.oddities(page):
            ledger.odd(what, ledger.trim)

    def _reader(self, ledger: Ledger, resources: Resources, state: State) -> Reader:
        return Reader(ledger, resources, self.fonts, self.budget, ACTIONS, state)

    def _try(self, read: Callable[[], T], otherwise: T, what: str, part: Part = "file", page: int = 0) -> T:
        """Return what is read, or ``otherwise`` and a fault."""
        try:
            return read()
        except (TooMuch, TooLarge):
            self.hostile = True
            fault = _("The file holds more than any newspaper: {what} was not read whole.")
            self._unread(part, page, fault.format(what=what))
        except _DAMAGE as error:
            self._unread(part, page, _damage(error, what))
        return otherwise

    def _unread(self, part: Part, page: int, fault: str) -> None:
        """Keep what could not be read."""
        self.faults.append(fault)
        self.unread.append(Unread(part, page, fault))


def _damage(error: Exception, what: str) -> str:
    """Return what kept something from being read, as a sentence."""
    if isinstance(error, MemoryError) or "bad_alloc" in str(error):
        return _("The file needs too much memory: {what} could not be read.").format(what=what)
    reason = str(error).partition("\n")[0].rpartition(": ")[2][:200] or type(error).__name__
    fault = _("The file is damaged: {what} could not be read ({reason}).")
    return fault.format(what=what, reason=reason)


_BOXES = ("Media", "Crop", "Bleed", "Trim", "Art")
A4 = Box(Pt(0.0), Pt(0.0), Pt(595.276), Pt(841.89))


def _to_trim(frame: Box) -> Matrix:
    """Return the transformation from points on the sheet to mm from the trim's top left corner."""
    scale = to_mm(1.0)
    return scale, 0.0, 0.0, -scale, -frame.x0 * scale, frame.y1 * scale
