"""Cases run in turn, again and again, so that a slow minute of the machine falls on all alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.cases import Case
from tests.bench.watch import memory, timed


@dataclass(frozen=True, slots=True)
class Timing:
    """A case's times in seconds, the most memory in megabytes, the exit codes."""

    case: Case
    seconds: tuple[float, ...]
    megabytes: float | None
    codes: tuple[int, ...]

    @property
    def median(self) -> float:
        """The median time."""
        return median(self.seconds)


def take(cases: Sequence[Case], runs: int, tell: Callable[[str], None]) -> dict[str, Timing]:
    """Return the timings by name: a first round for the memory, which is not timed, then ``runs`` rounds."""
    peaks = {case.name: _peak(case, tell) for case in cases}
    rounds: dict[str, list[tuple[float, int]]] = {case.name: [] for case in cases}
    for turn in range(runs):
        for case in cases:
            tell(f"{turn + 1}/{runs} {case.name}")
            case.before()
            rounds[case.name].append(timed(case.command, case.environment))
    return {case.name: _timing(case, rounds[case.name], peaks[case.name]) for case in cases}


def _peak(case: Case, tell: Callable[[str], None]) -> float | None:
    tell(f"memory of {case.name}")
    case.before()
    return memory(case.command, case.environment)


def _timing(case: Case, found: Sequence[tuple[float, int]], peak: float | None) -> Timing:
    return Timing(case, tuple(seconds for seconds, _ in found), peak, tuple(code for _, code in found))
