"""Press sheets: their sizes, and the edge that the press holds."""

import re
from dataclasses import dataclass

from newsletter.lengths import Mm

GRIPPER = Mm(10.0)
"""What the grippers hold of a sheet where the shop says nothing: no ink reaches it."""
_WRITTEN = re.compile(r"(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)(?:\s*mm)?", re.IGNORECASE)
LEAST, MOST = 100, 2000


@dataclass(frozen=True, slots=True)
class PressSheet:
    """A sheet of paper as it goes through the press, in mm; the grippers hold the lower long edge."""

    name: str
    width: Mm
    height: Mm
    gripper: Mm = GRIPPER

    @property
    def long_edge(self) -> Mm:
        """The longer side, which lies along the cylinder."""
        return max(self.width, self.height)

    @property
    def short_edge(self) -> Mm:
        """The shorter side."""
        return min(self.width, self.height)

    @property
    def size(self) -> str:
        """The sheet's size for people, the long edge first."""
        return f"{self.long_edge:g}×{self.short_edge:g}"


def _cut(name: str, width: float, height: float) -> PressSheet:
    return PressSheet(name, Mm(width), Mm(height))


KNOWN = (
    _cut("正度八开", 393, 273), _cut("大度八开", 444.5, 298.5), _cut("正度四开", 546, 393.5),
    _cut("大度四开", 597, 444.5), _cut("正度对开", 787, 546), _cut("大度对开", 889, 597),
    _cut("正度全张", 1092, 787), _cut("大度全张", 1194, 889),
)  # fmt: skip
"""The cuts of China's two papers, 787 × 1092 mm (正度) and 889 × 1194 mm (大度), the smallest first."""


def sheet_of(written: str, gripper: Mm = GRIPPER) -> PressSheet | None:
    """Return the sheet written ``787x1092`` or named ``大度四开``; none where it is neither."""
    named = next((each for each in KNOWN if each.name == written.strip()), None)
    if named is not None:
        return PressSheet(named.name, named.width, named.height, gripper)
    found = _WRITTEN.fullmatch(written.strip())
    if found is None or not all(LEAST <= float(side) <= MOST for side in found.groups()):
        return None
    width, height = (Mm(float(side)) for side in found.groups())
    return PressSheet("", width, height, gripper)
