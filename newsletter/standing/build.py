"""What is built of an issue, and whether it is of the issue as it now stands."""

from enum import StrEnum

from newsletter.bench import Bench
from newsletter.release import read_record


class State(StrEnum):
    """How the files in dist stand to the issue."""

    NOTHING = "nothing"
    DRAFT = "draft"
    PRESS = "press"
    STALE = "stale"


def state_of(bench: Bench) -> State:
    """Return the state of an issue's files in dist."""
    record = read_record(bench.dist)
    if record is None:
        return State.NOTHING
    if record.sources != bench.sources():
        return State.STALE
    return State.PRESS if record.press else State.DRAFT
