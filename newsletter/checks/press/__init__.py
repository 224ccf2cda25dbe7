"""The rules about press files: what a print shop's own preflight would send back, a desk each notion."""

from newsletter.checks.press import boxes, colour, edges, foreign, intents, labels, pictures, type

__all__ = ["boxes", "colour", "edges", "foreign", "intents", "labels", "pictures", "type"]
