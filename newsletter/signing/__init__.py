"""Sign-off bound to content: who signed which stage of what, chained by hash, void where it changed."""

from typing import TYPE_CHECKING

from newsletter.later import later

if TYPE_CHECKING:
    from newsletter.signing.gate import held_back
    from newsletter.signing.giving import Wish, sign
    from newsletter.signing.state import Status, status
    from newsletter.signing.telling import Told, told

__all__ = ["Status", "Told", "Wish", "held_back", "sign", "status", "told"]

# Checking an issue examines signatures: it gives none and makes no list of them.
__getattr__ = later(
    __name__,
    {
        "Status": "state",
        "Told": "telling",
        "Wish": "giving",
        "held_back": "gate",
        "sign": "giving",
        "status": "state",
        "told": "telling",
    },
)
