"""The levels of PDF/X that a shop may ask for."""

from dataclasses import dataclass

from newsletter.condition import Condition


@dataclass(frozen=True, slots=True)
class Level:
    """A level: its label, the PDF version it is made of, whether it holds transparency and ICC 4 profiles."""

    label: str
    version: str
    modern: bool


X4 = Level("PDF/X-4", "1.6", modern=True)
"""ISO 15930-7: labelled in the XMP metadata."""

X1A = Level("PDF/X-1a:2003", "1.4", modern=False)
"""ISO 15930-4: labelled in Info; CMYK and spot colours only, nothing transparent."""


def level_of(condition: Condition | None) -> Level:
    """Return the level that a condition asks for, PDF/X-4 where nothing is said."""
    return X1A if condition is not None and condition.level == "x-1a" else X4
