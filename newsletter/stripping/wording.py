"""How the ways of imposing are called."""

from newsletter.imposition.schemes import Scheme
from newsletter.language import _


def scheme_name(scheme: Scheme) -> str:
    """Return a scheme's name for people."""
    return {
        Scheme.FLAT: _("single leaves"),
        Scheme.FOLD: _("folded once, not bound"),
        Scheme.SADDLE: _("saddle-stitched"),
        Scheme.PERFECT: _("glued"),
        Scheme.NUP: _("proof"),
    }[scheme]
