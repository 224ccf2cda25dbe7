"""The rules about press files: what a print shop's own preflight would send back, a desk each notion."""

from newsletter.checks.press import (
    boxes,
    colour,
    conformance,
    edges,
    foreign,
    inks,
    intents,
    labels,
    pictures,
    plates,
    type,
)

__all__ = [
    "boxes",
    "colour",
    "conformance",
    "edges",
    "foreign",
    "inks",
    "intents",
    "labels",
    "pictures",
    "plates",
    "type",
]
