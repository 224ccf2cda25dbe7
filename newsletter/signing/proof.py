"""What proves that signatures were not written anew: the records outside the file, SSH signatures."""

from dataclasses import dataclass

from newsletter.issue import Signature
from newsletter.language import _
from newsletter.signing.chain import lineage
from newsletter.signing.examining import Examined


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof by its name, and of how many of the signatures it is one."""

    name: str
    count: int


def proofs(found: Examined) -> tuple[Proof, ...]:
    """Return every proof there can be, those that are not at hand too."""
    given = {each.hash for each in found.ledger.signatures}
    records = (Proof(each.name, len(given & {*each.hashes})) for each in found.witnesses)
    return (*records, Proof(_("SSH signatures"), len(_sealed(found))))


def unproven(found: Examined) -> tuple[Signature, ...]:
    """Return the signatures that nothing outside sign_off.yaml is a proof of."""
    known = _sealed(found).union(*(each.hashes for each in found.witnesses))
    return tuple(each for each in found.ledger.signatures if each.hash not in known)


def _sealed(found: Examined) -> frozenset[str]:
    """Return the hashes that an SSH signature is over: its own and all that it carries on from."""
    behind = lineage(found.ledger.signatures)
    keyed = [each.hash for each in found.ledger.signatures if each.seal]
    return frozenset(keyed).union(*(behind[each] for each in keyed))
