"""A tagged file as a screen reader goes through it: tree, marks and characters, by pikepdf's own reader."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

Texts = dict[tuple[int, int], str]
BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
HEXES = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass
class Node:
    """An element; ``text`` is that of all in it, in reading order."""

    tag: str
    title: str = ""
    alternative: str = ""
    parts: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.parts)

    def walk(self) -> Iterator["Node"]:
        yield self
        for each in self.parts:
            if isinstance(each, Node):
                yield from each.walk()

    def all(self, *tags: str) -> list["Node"]:
        return [each for each in self.walk() if each.tag in tags]


def tree_of(path: Path) -> Node:
    """Return the tree of a file with its text."""
    with pikepdf.open(path) as pdf:
        texts: Texts = defaultdict(str)
        for page in pdf.pages:
            Page(page, texts).read()
        numbers = {page.obj.objgen: page.index for page in pdf.pages}
        (root,) = pdf.Root.StructTreeRoot.K
        return _node(root, numbers, texts)


def _node(element: Any, numbers: dict[tuple[int, int], int], texts: Texts) -> Node:
    node = Node(str(element.S)[1:], str(element.get("/T", "")), str(element.get("/Alt", "")))
    for kid in element.get("/K", []):
        if "/S" in kid:
            assert kid.P.objgen == element.objgen
            node.parts.append(_node(kid, numbers, texts))
        elif "/MCID" in kid:
            node.parts.append(texts[numbers[kid.Pg.objgen], int(kid.MCID)])
    return node


class Page:
    """A page's content read into the texts of its marks; plain words stand for the type that has them."""

    def __init__(self, page: pikepdf.Page, texts: Texts) -> None:
        self.page, self.texts = page, texts
        self.marks: list[tuple[int, bool]] = []
        self.fonts = {key: _characters(font) for key, font in page.obj.Resources.Font.items()}
        self.font: dict[int, str] = {}

    def read(self) -> None:
        for instruction in pikepdf.parse_content_stream(self.page):
            operands, operator = list(instruction.operands), str(instruction.operator)
            if operator in ("BDC", "BMC"):
                self._begin(operands)
            elif operator == "EMC":
                self.marks.pop()
            elif operator == "Tf":
                self.font = self.fonts[str(operands[0])]
            elif operator == "TJ":
                self._show(b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String)))
            elif operator == "ET":
                assert not self.marks, "a mark is open at the end of its type"
        assert not self.marks

    def _begin(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        outer = self.marks[-1][0] if self.marks else -1
        if "/ActualText" in properties:
            self.texts[self.page.index, outer] += str(properties["/ActualText"])
        assert "/MCID" not in properties or outer < 0, "a mark in a mark"
        self.marks.append((int(properties.get("/MCID", outer)), "/ActualText" in properties))

    def _show(self, glyphs: bytes) -> None:
        assert self.marks, "type that is not marked"
        number, said = self.marks[-1]
        if number >= 0 and not said:
            codes = (int.from_bytes(glyphs[at : at + 2]) for at in range(0, len(glyphs), 2))
            self.texts[self.page.index, number] += "".join(self.font[code] for code in codes)


def _characters(font: Any) -> dict[int, str]:
    """Return the characters of a font's glyphs, as its table tells them."""
    found: dict[int, str] = {}
    for kind, body in BLOCK.findall(font.ToUnicode.read_bytes()):
        assert kind == b"bfchar"
        numbers = HEXES.findall(body)
        for code, text in zip(numbers[::2], numbers[1::2], strict=True):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found
