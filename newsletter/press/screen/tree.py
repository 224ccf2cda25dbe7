"""The structure tree: elements, their marked content, the way back from content to element.

Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1, clause 7.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from newsletter.lengths import to_pt
from newsletter.press.order import FinishOrder
from newsletter.press.screen.links import Link, linked
from newsletter.press.screen.marking import Mark
from newsletter.structure import Area, Element, Kind

EMPTY = frozenset(("TD", "TH"))
"""What stands in the tree though it holds nothing: a table's rows are of one length."""
Line = tuple[int, float]
Ends = tuple[int, int]
"""A piece of marked content: its page from 1, its number on it."""


def set_structure(
    pdf: pikepdf.Pdf, root: Element, marks: Mapping[int, Sequence[Mark]], order: FinishOrder
) -> None:
    """Give a file its structure tree, for the marks made on each page, and its links."""
    builder = TreeBuilder(pdf, order, list(root.walk()))
    for page, made in marks.items():
        builder.note(page, made)
    builder.build(root)


@dataclass
class TreeBuilder:
    """Turns elements to objects of a file; ``elements`` are in reading order."""

    pdf: pikepdf.Pdf
    order: FinishOrder
    elements: Sequence[Element]
    contents: dict[int, dict[Area, list[tuple[Ends, Line]]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    owners: dict[int, dict[int, pikepdf.Object]] = field(default_factory=lambda: defaultdict(dict))
    links: list[pikepdf.Object] = field(default_factory=list)
    notes: list[pikepdf.Object] = field(default_factory=list)
    number: int = 0

    def note(self, page: int, marks: Sequence[Mark]) -> None:
        """Take down what was marked on a page."""
        for number, mark in enumerate(marks):
            self.contents[mark.slot.element][mark.slot.area].append(((page, number), mark.line))

    def build(self, root: Element) -> None:
        """Write the tree into the file."""
        tree = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        made = self._made(root, tree)
        tree["/K"] = Array([made] if made is not None else [])
        for page in self.pdf.pages:
            page.obj["/StructParents"] = page.index
            page.obj["/Tabs"] = Name.S
        tree["/ParentTree"] = self.pdf.make_indirect(Dictionary(Nums=Array(list(self._numbers()))))
        tree["/ParentTreeNextKey"] = len(self.pdf.pages) + len(self.links)
        if self.notes:
            tree["/IDTree"] = Dictionary(Names=Array(self.notes))
        self.pdf.Root["/StructTreeRoot"] = tree
        self.pdf.Root["/MarkInfo"] = Dictionary(Marked=True)

    def _numbers(self) -> Iterator[pikepdf.Object | int]:
        """Yield, for every page and link, its number and the elements that its content belongs to."""
        for page in self.pdf.pages:
            owners = self.owners[page.index + 1]
            yield page.index
            yield self.pdf.make_indirect(Array([owners[number] for number in range(len(owners))]))
        for number, link in enumerate(self.links, start=len(self.pdf.pages)):
            yield number
            yield link

    def _made(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object | None:
        """Return an element with all in it, none where nothing of it is on the pages."""
        own, self.number = self.number, self.number + 1
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
        kids = [kid for each in element.inner for kid in self._kids(each, own, made)]
        if not kids and element.tag not in EMPTY:
            return None
        self._describe(made, element, own)
        if element.target is not None and kids:
            kids += self._links(element, made)
        made["/K"] = Array(kids)
        return made

    def _kids(self, each: Element | Area, own: int, made: pikepdf.Object) -> Iterator[pikepdf.Object]:
        if isinstance(each, Element):
            inner = self._made(each, made)
            if inner is not None:
                yield inner
        elif each.kind is Kind.PLACE:
            yield from self._lines(self.contents[own][each], made)
        else:
            yield from (self._content(ends, made) for ends, _line in self.contents[own][each])

    def _lines(self, found: Sequence[tuple[Ends, Line]], parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
        """Yield the lines of furniture as paragraphs."""
        lines: dict[Line, list[Ends]] = defaultdict(list)
        for ends, line in found:
            lines[line].append(ends)
        for several in lines.values():
            made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=parent))
            made["/K"] = Array([self._content(ends, made) for ends in several])
            yield made

    def _content(self, ends: Ends, owner: pikepdf.Object) -> pikepdf.Object:
        """Return a piece of marked content as part of its element."""
        page, number = ends
        self.owners[page][number] = owner
        return Dictionary(Type=Name.MCR, Pg=self.pdf.pages[page - 1].obj, MCID=number)

    def _describe(self, made: pikepdf.Object, element: Element, own: int) -> None:
        if element.title:
            made["/T"] = String(element.title)
        if element.alternative and element.tag == "Figure":
            made["/Alt"] = String(element.alternative)
        if element.scope:
            made["/A"] = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        if element.tag == "Note":
            made["/ID"] = String(f"note-{own:05}")
            self.notes += [made["/ID"], made]
        if element.tag == "Figure":
            made["/A"] = Dictionary(O=Name.Layout, BBox=self._box(element), Placement=Name.Block)

    def _box(self, figure: Element) -> Array:
        """Return where a figure's picture stands on its page, in points."""
        box = next(area for area in figure.inner if isinstance(area, Area)).box
        edges = (box.x, self.order.height - box.bottom, box.right, self.order.height - box.y)
        return Array([round(to_pt(each), 2) for each in edges])

    def _links(self, element: Element, made: pikepdf.Object) -> Iterator[pikepdf.Object]:
        """Yield the annotations of a link, one for every page that it stands on."""
        for link in linked(element):
            yield Dictionary(Type=Name.OBJR, Obj=self._annotation(link, made), Pg=self._page(link.page))

    def _page(self, number: int) -> pikepdf.Object:
        return self.pdf.pages[number - 1].obj

    def _annotation(self, link: Link, owner: pikepdf.Object) -> pikepdf.Object:
        """Return a link on its page, known to the tree by a number of its own."""
        number = len(self.pdf.pages) + len(self.links)
        made = self.pdf.make_indirect(link.annotation(self.pdf, self.order, number))
        page = self._page(link.page)
        page["/Annots"] = Array([*page.get("/Annots", ()), made])
        self.links.append(owner)
        return made
