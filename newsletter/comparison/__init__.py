"""What changed between two states of an issue: story by story and sentence by sentence, photo by photo."""

from newsletter.comparison.changes import Change, Changes, StoryChange, compare
from newsletter.comparison.content import Content, keep, read_content
from newsletter.comparison.passages import Piece, marked
from newsletter.comparison.statements import content_of

__all__ = [
    "Change",
    "Changes",
    "Content",
    "Piece",
    "StoryChange",
    "compare",
    "content_of",
    "keep",
    "marked",
    "read_content",
]
