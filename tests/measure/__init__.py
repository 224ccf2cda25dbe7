"""How well any PDF's Chinese body text is set, measured from the places of its glyphs alone.

Nothing here knows how the PDF was made: the same figures can be had of any engine's work.
"""

from tests.measure.figures import Figures, measure

__all__ = ["Figures", "measure"]
