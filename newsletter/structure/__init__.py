"""How an issue is read: its pages, stories, paragraphs and pictures in their order, and where they stand."""

from newsletter.structure.element import Area, Element, Kind, Target
from newsletter.structure.issue import page_title, stories_in_order, structure_of

__all__ = ["Area", "Element", "Kind", "Target", "page_title", "stories_in_order", "structure_of"]
