"""Sign-off bound to content: who signed which stage of what, chained by hash, void where it changed."""

from newsletter.signing.examining import chain_faults, examined
from newsletter.signing.gate import held_back
from newsletter.signing.giving import Wish, sign
from newsletter.signing.status import Status, status
from newsletter.signing.telling import Told, told

__all__ = ["Status", "Told", "Wish", "chain_faults", "examined", "held_back", "sign", "status", "told"]
