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
)
from newsletter.press.faults import UnfitProof, UnreadablePdf
from newsletter.press.finishing import finish, finished
from newsletter.press.inspection import inspect
from newsletter.press.joining import join
from newsletter.press.order import Area, FinishOrder, slug_area
from newsletter.press.reading import characters, characters_of_pages
from newsletter.press.rendering import render
from newsletter.press.screen import Bookmark, screen_edition

__all__ = [
    "Area",
    "Bookmark",
    "Box",
    "Character",
    "Expectation",
    "FinishOrder",
    "Font",
    "Intent",
    "Measure",
    "Paint",
    "Patch",
    "Picture",
    "PressFile",
    "Sheet",
    "Tally",
    "UnfitProof",
    "UnreadablePdf",
    "characters",
    "characters_of_pages",
    "expected_of",
    "finish",
    "finished",
    "inspect",
    "join",
    "render",
    "screen_edition",
    "slug_area",
]
