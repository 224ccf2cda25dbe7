"""What is timed: our commands and the peers', each with what must be done before it."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench import peers
from tests.bench.content import stories_of
from tests.bench.workspaces import SLUG, Editor, forget

TODAY = "2026-09-28"


def nothing() -> None:
    """Do nothing before a run."""


@dataclass(frozen=True, slots=True)
class Case:
    """A command with what to do before each run; ``against`` names the case that it is compared with."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    before: Callable[[], None] = nothing
    against: str = ""
    wanted: float | None = None
    megabytes: float | None = None


def environment(seed: str = "0") -> dict[str, str]:
    """Return the environment of our own runs."""
    unwanted = {"SOURCE_DATE_EPOCH", "FORCE_COLOR"}
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    return {**kept, "NEWSLETTER_TODAY": TODAY, "PYTHONHASHSEED": seed}


def ours(workspace: Path, *arguments: str) -> tuple[str, ...]:
    """Return a command line of ours."""
    return (sys.executable, "-m", "newsletter", "-q", "-C", str(workspace), *arguments)


def our_cases(workspace: Path, mode: Sequence[str]) -> list[Case]:
    """Return our commands on the sample issue."""
    build = ("build", SLUG, *mode)
    case = partial(Case, environment=environment(), against="bare WeasyPrint")
    return [
        case(
            "cold build", ours(workspace, *build, "--afresh"), before=partial(forget, workspace), wanted=1.0
        ),
        case("nothing changed", ours(workspace, *build), wanted=0.25),
        case("one story edited", ours(workspace, *build), before=Editor(workspace)),
        case("check", ours(workspace, "check", SLUG), wanted=0.1),
        case("plan", ours(workspace, "plan", SLUG)),
        case("--help", (sys.executable, "-m", "newsletter", "--help")),
    ]


def large_case(workspace: Path, mode: Sequence[str]) -> Case:
    """Return our cold build of the issue with large photos."""
    command = ours(workspace, "build", SLUG, *mode, "--afresh")
    return Case(
        "cold build, 12 MP",
        command,
        environment(),
        before=partial(forget, workspace),
        against="bare WeasyPrint, 12 MP",
        wanted=1.0,
        megabytes=400.0,
    )


def peer_cases(workspace: Path, folder: Path, suffix: str = "") -> tuple[list[Case], dict[str, Path]]:
    """Return the peers' commands on the same content, and the PDFs that they make."""
    folder.mkdir(exist_ok=True)
    pages = stories_of(workspace, SLUG)
    around = peers.environment(folder)
    against = f"bare WeasyPrint{suffix}"
    web, web_pdf = peers.weasyprint(pages, folder)
    typst, typst_pdf = peers.typst(pages, folder)
    cases = [Case(against, web, around), Case(f"Typst{suffix}", typst, around, against=against)]
    return cases, {"bare WeasyPrint": web_pdf, "Typst": typst_pdf}
