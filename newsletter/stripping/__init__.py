"""Stripping: the press file of an issue set on press sheets, ready for plates."""

from newsletter.stripping.choice import Wish
from newsletter.stripping.stage import Ready, Stripped, impose_for, ready, sheets, strip

__all__ = ["Ready", "Stripped", "Wish", "impose_for", "ready", "sheets", "strip"]
