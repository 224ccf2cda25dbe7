"""Which rules are asked for: codes and the beginnings of codes, such as L, C07, P003."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsletter.commission import Outcome


@dataclass(frozen=True, slots=True)
class Selection:
    """Rules chosen and left out; nothing chosen means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str] | None, ignore: Iterable[str] | None) -> "Selection":
        """Return the selection that lists of codes, parted by commas, make."""
        return cls(tuple(_codes(select or ())), tuple(_codes(ignore or ())))

    def covers(self, code: str) -> bool:
        """Return whether a rule is asked for; the longer beginning wins, of equal ones ignoring."""
        chosen = max((len(each) for each in self.select if code.startswith(each)), default=-1)
        left_out = max((len(each) for each in self.ignore if code.startswith(each)), default=-1)
        return chosen > left_out if self.select else left_out < 0

    def unknown(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return what begins none of the codes there are."""
        known = tuple(codes)
        named = (*self.select, *self.ignore)
        return tuple(each for each in named if not any(code.startswith(each) for code in known))

    def of_outcome(self, outcome: Outcome) -> Outcome:
        """Return the outcome with the findings of the rules asked for alone."""
        found = tuple(each for each in outcome.diagnostics if self.covers(each.rule.code))
        return replace(outcome, diagnostics=found)


def _codes(lists: Iterable[str]) -> Iterable[str]:
    parts = (part.strip().upper() for each in lists for part in each.split(","))
    return dict.fromkeys(part for part in parts if part)
