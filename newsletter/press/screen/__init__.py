"""The screen edition: the print file cut to the trim, in RGB, small, tagged for those who hear it."""

from newsletter.press.screen.bookmarks import Bookmark
from newsletter.press.screen.colours import screen_colour
from newsletter.press.screen.edition import screen_edition
from newsletter.press.screen.facts import TaggedFile
from newsletter.press.screen.reading_back import read_tagged

__all__ = ["Bookmark", "TaggedFile", "read_tagged", "screen_colour", "screen_edition"]
