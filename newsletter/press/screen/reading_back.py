"""A tagged file read back: its tree, its pages, its links, as a reader's machine finds them."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from newsletter.language import _
from newsletter.press.faults import UnreadablePdf
from newsletter.press.packet import properties
from newsletter.press.reading import source
from newsletter.press.screen.contents import marked_content
from newsletter.press.screen.facts import TaggedElement, TaggedFile, TaggedLink, TaggedPage

DEEPEST = 60
"""Levels of the tree that are followed; an issue has about ten."""


def read_tagged(file: Path | bytes, name: str = "") -> TaggedFile:
    """Return how a file is tagged; ``name`` is what findings call it, else its own.

    Raises ``UnreadablePdf`` where it cannot be opened.
    """
    try:
        with pikepdf.open(io.BytesIO(source(file))) as pdf:
            return _Reader(pdf).read(name or (file.name if isinstance(file, Path) else ""))
    except pikepdf.PdfError as error:
        raise UnreadablePdf(_("The PDF cannot be opened: {reason}.").format(reason=error)) from error


@dataclass
class _Reader:
    pdf: pikepdf.Pdf
    elements: list[TaggedElement] = field(default_factory=list)
    owners: dict[int, dict[int, tuple[int, int]]] = field(default_factory=lambda: defaultdict(dict))
    held: set[tuple[int, int]] = field(default_factory=set)

    def read(self, name: str) -> TaggedFile:
        root = self.pdf.Root
        self.numbers = {page.obj.objgen: page.index + 1 for page in self.pdf.pages}
        for kid in _kids(root.get("/StructTreeRoot")):
            self._walk(kid, DEEPEST)
        told = properties(root["/Metadata"].read_bytes()) if "/Metadata" in root else {}
        return TaggedFile(
            name,
            marked="/StructTreeRoot" in root and bool(_under(root, "/MarkInfo", "/Marked")),
            label=told.get("pdfuaid:part", ""),
            title=told.get("dc:title", ""),
            shows_title=bool(_under(root, "/ViewerPreferences", "/DisplayDocTitle")),
            language=str(root.get("/Lang", "")),
            elements=tuple(self.elements),
            pages=tuple(self._pages()),
            links=tuple(self._links()),
            mute=tuple(sorted(set(self._mute()))),
        )

    def _walk(self, element: pikepdf.Object, depth: int) -> None:
        """Take down an element and all in it, in reading order."""
        kids = [kid for kid in _kids(element) if isinstance(kid, pikepdf.Dictionary)]
        inner = [kid for kid in kids if "/S" in kid]
        page = 0
        for kid in kids:
            if "/MCID" in kid:
                page = page or self._page_of(kid, element)
                self.owners[self._page_of(kid, element)][int(kid["/MCID"])] = element.objgen
            elif kid.get("/Type") == pikepdf.Name.OBJR:
                self.held.add(kid["/Obj"].objgen)
        tags = tuple(str(kid["/S"])[1:] for kid in inner)
        words = str(element.get("/Alt", ""))
        self.elements.append(TaggedElement(str(element.get("/S", "/"))[1:], page, words, tags))
        for kid in inner if depth else ():
            self._walk(kid, depth - 1)

    def _page_of(self, kid: pikepdf.Object, element: pikepdf.Object) -> int:
        page = kid.get("/Pg", element.get("/Pg"))
        return self.numbers.get(page.objgen, 0) if page is not None else 0

    def _pages(self) -> Iterator[TaggedPage]:
        """Yield what of each page is marked, and whether tree and pages agree."""
        ways = self._ways_back()
        for page in self.pdf.pages:
            number, content = page.index + 1, marked_content(page)
            owners = self.owners[number]
            back = ways.get(int(page.obj.get("/StructParents", -1)), {})
            yield TaggedPage(
                number,
                loose=content.loose,
                strays=len(content.numbers - owners.keys()),
                lost=len(owners.keys() - content.numbers),
                parted=sum(back.get(mark) != owner for mark, owner in owners.items()),
            )

    def _ways_back(self) -> dict[int, dict[int, tuple[int, int]]]:
        """Return the owners of each page's marks as the tree of parents has them, by the page's key."""
        numbers = _listed(self.pdf.Root, "/StructTreeRoot", "/ParentTree", "/Nums")
        return {
            int(key): {mark: owner.objgen for mark, owner in enumerate(value)}
            for key, value in zip(numbers[::2], numbers[1::2], strict=False)
            if isinstance(value, pikepdf.Array)
        }

    def _links(self) -> Iterator[TaggedLink]:
        for page in self.pdf.pages:
            for link in _listed(page.obj, "/Annots"):
                if link.get("/Subtype") == pikepdf.Name.Link:
                    to = link.get("/Dest", _under(link, "/A", "/D"))
                    leads = isinstance(to, pikepdf.Array) and to[0].objgen in self.numbers
                    words, held = str(link.get("/Contents", "")), link.objgen in self.held
                    yield TaggedLink(page.index + 1, words, held and "/StructParent" in link, leads)

    def _mute(self) -> Iterator[str]:
        """Yield the fonts of the pages whose glyphs tell no character."""
        for page in self.pdf.pages:
            fonts = _under(page.obj, "/Resources", "/Font")
            for font in fonts.values() if isinstance(fonts, pikepdf.Dictionary) else ():
                if "/ToUnicode" not in font:
                    yield str(font.get("/BaseFont", "/"))[1:].rpartition("+")[2]


def _kids(element: pikepdf.Object | None) -> list[pikepdf.Object]:
    """Return what an element holds as a list."""
    kids = element.get("/K") if isinstance(element, pikepdf.Dictionary) else None
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _under(owner: pikepdf.Object, *keys: str) -> pikepdf.Object | None:
    """Return what stands under keys of dictionaries in each other, none where one is missing."""
    found: pikepdf.Object | None = owner
    for key in keys:
        found = found.get(key) if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) else None
    return found


def _listed(owner: pikepdf.Object, *keys: str) -> list[pikepdf.Object]:
    """Return the array that stands under keys, nothing where there is none."""
    found = _under(owner, *keys)
    return list(found) if isinstance(found, pikepdf.Array) else []
