"""Paragraphs composed into justified lines: pure arithmetic on the metrics of the faces, no engine.

Copy is cut into tokens (`tokens`, by the `classes` of characters) and set from the type case (`typecase`)
into a galley (`galley`, with `neighbours` and `edges`), which is measured once for all measures. The galley
is broken into lines (`breaking`, `loosening`, by the prices of `pricing`), a line justified (`justifying`)
and put together from pieces (`assembling`). `headlines` break between `words` (of the `lexicon`) instead,
set `upright` too. Rules: W3C clreq; GB/T 15834-2011 §5.1. A line that holds nothing but parts of one address
stays ragged and is not `full`: letters are never spaced.
"""

from newsletter.compose.composing import (
    MARKER_GAP,
    compose,
    compose_text,
    count_lines,
    range_of_lines,
    widest_stretch,
    width_of_marker,
)
from newsletter.compose.headlines import Fitted, fit_headline, set_headline
from newsletter.compose.setting import RubyType, Setting
from newsletter.compose.upright import set_upright

__all__ = [
    "MARKER_GAP",
    "Fitted",
    "RubyType",
    "Setting",
    "compose",
    "compose_text",
    "count_lines",
    "fit_headline",
    "range_of_lines",
    "set_headline",
    "set_upright",
    "widest_stretch",
    "width_of_marker",
]
