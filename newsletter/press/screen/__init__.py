"""The screen edition: the print file cut to the trim, in RGB, small, tagged for those who hear it."""

from newsletter.press.screen.bookmarks import Bookmark
from newsletter.press.screen.edition import screen_edition

__all__ = ["Bookmark", "screen_edition"]
