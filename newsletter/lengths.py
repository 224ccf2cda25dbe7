"""Lengths of the trade: millimetres on paper, points in type; never a bare float between modules."""

from typing import NewType

Mm = NewType("Mm", float)
Pt = NewType("Pt", float)

POINTS_PER_INCH = 72.0
MM_PER_INCH = 25.4


def to_mm(points: float) -> Mm:
    """Return a length in points as millimetres."""
    return Mm(points * MM_PER_INCH / POINTS_PER_INCH)


def to_pt(millimetres: float) -> Pt:
    """Return a length in millimetres as points."""
    return Pt(millimetres * POINTS_PER_INCH / MM_PER_INCH)
