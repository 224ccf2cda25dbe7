"""The press file: the engine's PDF finished into PDF/X-4, any PDF inspected; only user of PDF libraries."""

from newsletter.press.expectation import Expectation, expected_of
from newsletter.press.facts import (
    Box,
    Character,
    Font,
    Intent,
    Measure,
    Paint,
    Patch,
    Picture,
    PressFile,
    Sheet,
    Tally,
    Unread,
)
from newsletter.press.faults import UnfitProof, UnreadablePdf
from newsletter.press.finishing import finish, finished
from newsletter.press.imposing import impose_pages
from newsletter.press.inspection import Inspection, inspect, inspect_with_ink
from newsletter.press.joining import join, page_count
from newsletter.press.limits import Limits, limits_of
from newsletter.press.order import Area, FinishOrder, slug_area
from newsletter.press.picturing import look_of_pages
from newsletter.press.plates.facts import Ink
from newsletter.press.reading import characters, characters_of_pages, texts_within
from newsletter.press.rendering import render
from newsletter.press.screen import Bookmark, TaggedFile, read_tagged, screen_edition
from newsletter.press.showing import Showing, showings
from newsletter.press.stamping import stamped

__all__ = [
    "Area",
    "Bookmark",
    "Box",
    "Character",
    "Expectation",
    "FinishOrder",
    "Font",
    "Ink",
    "Inspection",
    "Intent",
    "Limits",
    "Measure",
    "Paint",
    "Patch",
    "Picture",
    "PressFile",
    "Sheet",
    "Showing",
    "TaggedFile",
    "Tally",
    "UnfitProof",
    "Unread",
    "UnreadablePdf",
    "characters",
    "characters_of_pages",
    "expected_of",
    "finish",
    "finished",
    "impose_pages",
    "inspect",
    "inspect_with_ink",
    "join",
    "limits_of",
    "look_of_pages",
    "page_count",
    "read_tagged",
    "render",
    "screen_edition",
    "showings",
    "slug_area",
    "stamped",
    "texts_within",
]
