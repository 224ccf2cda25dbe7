"""The faces at hand: what they are, which characters they hold and how wide they set.

The only user of HarfBuzz. Lengths are em of the type size, unless a name says thousandths.
"""

from newsletter.fonts.book import FontBook
from newsletter.fonts.coverage import Covered, coverage
from newsletter.fonts.face import ASCENT, Face
from newsletter.fonts.kinship import Style

__all__ = ["ASCENT", "Covered", "Face", "FontBook", "Style", "coverage"]
