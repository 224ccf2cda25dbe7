"""Page make-up: stories and photos to pages of frames, by an exact search over rectangles."""

from newsletter.makeup.capacity import capacity
from newsletter.makeup.issue_plan import make_up
from newsletter.makeup.remedies import make_up_advised, remedied

__all__ = ["capacity", "make_up", "make_up_advised", "remedied"]
