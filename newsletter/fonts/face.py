"""One face: a font file opened for measuring, never for drawing."""

import importlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from newsletter.characters import leaves_ink
from newsletter.fonts.kinship import Style, style_of

# The extension module declares no names to a type checker.
hb: Any = importlib.import_module("uharfbuzz")

WEIGHTS = {
    100: "thin",
    200: "extralight",
    300: "light",
    400: "",
    500: "medium",
    600: "semibold",
    700: "bold",
    800: "extrabold",
    900: "black",
}
ASCENT = 0.88
"""The ascent of every face of the press kit, in em."""
HOUSE_PREFIX = "newsletter-"
HAN_BLOCKS = (
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
PLAIN = MappingProxyType({"liga": False, "clig": False})
"""Body type is marked up without common ligatures, so that letter-spacing changes nothing but white."""
HALVED = MappingProxyType({**PLAIN, "halt": True})
FULL = MappingProxyType({**PLAIN, "fwid": True})
PROPORTIONAL = MappingProxyType({**HALVED, "pwid": True})
"""For Latin words with an apostrophe, which is as wide as a Han mark else; half as wide without ``pwid``."""


class UnreadableFace(Exception):
    """A file that is no font."""


class Face:
    """A font file: key, family and weight, coverage, advances.

    The file is mapped, not read; only what is asked for is touched.
    """

    def __init__(self, file: Path) -> None:
        """Open a TrueType or OpenType file; ``UnreadableFace`` if it is none."""
        self.file = file
        self._face = _opened(file)
        self._font = hb.Font(self._face)
        self._scale: float = 1000.0 / self._face.upem
        self._widths: dict[str, float] = {}
        self._halved_widths: dict[str, float] = {}
        self._proportional_widths: dict[str, float] = {}
        self._full_widths: dict[str, float] = {}
        self.family = self._name(16) or self._name(1) or file.stem
        self.weight = round(self._font.get_style_value(hb.StyleTag.WEIGHT))
        self.key = key_of(self.family, self.weight)

    def __repr__(self) -> str:
        """Return the key and the file."""
        return f"Face({self.key!r}, {str(self.file)!r})"

    def _name(self, identifier: int) -> str:
        """Return an entry of the name table, English first, empty if there is none."""
        return str(self._face.get_name(identifier) or "")

    @property
    def stem(self) -> str:
        """The key without the weight: ``song`` of ``song-bold``."""
        return key_of(self.family, 400)

    @cached_property
    def style(self) -> Style:
        """The style of type: 宋, 仿宋, 黑, 楷 or a display face."""
        return style_of(self.family, bytes(self._face.reference_table("OS/2").data))

    @property
    def copyright(self) -> str:
        """The copyright notice in the file."""
        return self._name(0)

    @property
    def licence(self) -> str:
        """The licence in the file, else where to read it."""
        return self._name(13) or self._name(14)

    @property
    def glyphs(self) -> int:
        """The number of glyphs."""
        return int(self._face.glyph_count)

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that have a glyph."""
        return frozenset(self._face.unicodes)

    @property
    def han(self) -> int:
        """The number of Han characters that have a glyph."""
        return sum(low <= point <= high for point in self.characters for low, high in HAN_BLOCKS)

    def covers(self, character: str) -> bool:
        """Return whether the face has a glyph for a character."""
        return bool(self._font.get_nominal_glyph(ord(character)))

    def sets(self, cluster: str) -> bool:
        """Return whether the face has a glyph for all of a cluster that leaves ink."""
        return all(self.covers(each) or not leaves_ink(each) for each in cluster)

    def knows_variant(self, character: str, selector: str) -> bool:
        """Return whether the face has the form of a character that a variation selector asks for."""
        return bool(self._font.get_variation_glyph(ord(character), ord(selector)))

    def thousandths(self, text: str) -> float:
        """Return the advance of a text in thousandths of an em: kerned, without common ligatures."""
        known = self._widths.get(text)
        if known is None:
            known = self._advance(text) if len(text) == 1 else self._shaped(text, PLAIN)
            self._widths[text] = known
        return known

    def _advance(self, character: str) -> float:
        """Return what one character takes, in thousandths of an em: nothing about it needs shaping."""
        glyph = self._font.get_nominal_glyph(ord(character)) or 0
        return float(self._font.get_glyph_h_advance(glyph) * self._scale)

    def halved_thousandths(self, text: str) -> float:
        """Return the advance of a text whose marks are halved by ``halt``, in thousandths of an em."""
        known = self._halved_widths.get(text)
        if known is None:
            known = self._halved_widths[text] = self._shaped(text, HALVED)
        return known

    def proportional_thousandths(self, text: str) -> float:
        """Return the advance of a word set by ``pwid``, in thousandths of an em."""
        known = self._proportional_widths.get(text)
        if known is None:
            known = self._proportional_widths[text] = self._shaped(text, PROPORTIONAL)
        return known

    def full_thousandths(self, text: str) -> float:
        """Return the advance of marks set by ``fwid``, in thousandths of an em: — takes 1, —— 2 em."""
        known = self._full_widths.get(text)
        if known is None:
            known = self._full_widths[text] = self._shaped(text, FULL)
        return known

    def _shaped(self, text: str, features: Mapping[str, bool]) -> float:
        """Return the sum of the advances that HarfBuzz gives a text, in thousandths of an em."""
        buffer = self._buffer(text, features)
        return sum(int(position.x_advance) for position in buffer.glyph_positions or ()) * self._scale

    def _buffer(self, text: str, features: Mapping[str, bool]) -> Any:
        """Return HarfBuzz's buffer with the shaped text."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, dict(features))
        return buffer

    def is_joined(self, text: str) -> bool:
        """Return whether a text is shaped into a single glyph, as —— is in Song and Hei."""
        return len(self._buffer(text, PLAIN).glyph_infos) == 1


def _opened(file: Path) -> Any:
    """Return HarfBuzz's face of a file; ``UnreadableFace`` if it holds no glyphs."""
    try:
        face = hb.Face(hb.Blob.from_file_path(str(file)))
    except (hb.HarfBuzzError, OSError, ValueError) as fault:
        raise UnreadableFace(str(file)) from fault
    if not face.glyph_count:
        raise UnreadableFace(str(file))
    return face


def key_of(family: str, weight: int) -> str:
    """Return a face's key: family as a slug without the house's name, then the weight unless regular."""
    slug = "-".join("".join(each if each.isalnum() else " " for each in family.lower()).split())
    nearest = min(WEIGHTS, key=lambda each: abs(each - weight))
    stem = slug.removeprefix(HOUSE_PREFIX)
    return f"{stem}-{WEIGHTS[nearest]}" if WEIGHTS[nearest] else stem
