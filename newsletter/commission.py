"""What is asked of a run and what it came to."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.diagnostics import Diagnostic
from newsletter.release import Artifact
from newsletter.waivers import Waived

if TYPE_CHECKING:
    from newsletter.dummy import Dummy
    from newsletter.issue import Issue
    from newsletter.makeup.metered import Slot
    from newsletter.signing import Told

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how much of it is done and how much there is."""


def unheard(stage: str, done: int, total: int) -> None:
    """A progress that nobody listens to."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a run: the issue, the day it runs, whether for press, whether strict.

    ``clock`` is the machine's own day, where it is known: no signature can be of a later one. The day a run
    is for may be another, as when an old issue is made again.
    ``apart`` is the folder in which things are made that are only compared, where that is not the
    workspace's ``dist``; ``cache`` likewise, where that is not the workspace's.
    ``drafts`` are texts to be read in place of what files hold.
    """

    workspace: Path
    slug: str
    today: datetime.date
    press: bool = False
    strict: bool = False
    afresh: bool = False
    clock: datetime.date | None = None
    apart: Path | None = None
    cache: Path | None = None
    drafts: Mapping[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to; ``unchanged`` where nothing had to be made again.

    ``slots`` are the metered places of the pages, where those were asked for; ``waived`` are the findings
    that somebody took on, ``signed`` the signatures that the issue has.
    """

    slug: str
    diagnostics: tuple[Diagnostic, ...]
    issue: "Issue | None" = None
    dummy: "Dummy | None" = None
    artifacts: tuple[Artifact, ...] = ()
    unchanged: bool = False
    slots: "tuple[Slot, ...]" = ()
    waived: tuple[Waived, ...] = ()
    signed: "tuple[Told, ...]" = ()
