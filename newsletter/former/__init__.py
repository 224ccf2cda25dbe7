"""An issue as it was, laid out anew: in a git revision, when it was signed, in the files as they are now."""

from newsletter.former.laying import Laid
from newsletter.former.sides import comparison_of

__all__ = ["Laid", "comparison_of"]
