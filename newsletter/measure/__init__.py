"""How well any PDF's Chinese body text is set, measured from the places of its glyphs alone.

Nothing here knows how the PDF was made: the same figures can be had of any program's work. Glyphs are
gathered into rows (`rows`), rows of the body's size into the stacks they stand in (`stacks`), stacks into
lines that know whether their paragraph goes on (`legs`). Then `edges`, `stretch`, `grid` and `marks` say
how far each line is from what it should be.
"""

from newsletter.measure.counting import measure
from newsletter.measure.figures import Figures, Found, NoBodyText

__all__ = ["Figures", "Found", "NoBodyText", "measure"]
