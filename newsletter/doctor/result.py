"""One line of the self-check."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether a thing is there; what is optional may be missing."""

    THERE = "there"
    OPTIONAL = "optional"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Result:
    """A thing with its version or what it holds; ``remedy`` is the command that brings it."""

    part: str
    name: str
    state: State
    detail: str = ""
    remedy: str = ""
