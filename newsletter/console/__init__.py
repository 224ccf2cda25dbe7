"""An outcome as people, editors, machines and GitHub read it: one value, five formats."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from newsletter.language import _

if TYPE_CHECKING:
    from newsletter.commission import Outcome


class Format(StrEnum):
    """How findings are written."""

    PEOPLE = "people"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Showing:
    """How an outcome is shown: the stream, the format, the workspace that paths start from."""

    console: Console
    workspace: Path
    format: Format = Format.PEOPLE
    strict: bool = False
    quiet: bool = False


def show(outcome: "Outcome", showing: Showing) -> None:
    """Write the outcome in the format asked for."""
    if showing.format is Format.PEOPLE:
        _show_people(outcome, showing)
        return
    text = written(outcome, showing.format, workspace=showing.workspace, strict=showing.strict)
    if text:
        write(showing.console, text)


def write(console: Console, text: str) -> None:
    """Write lines as they are: no wrapping, no colour."""
    console.file.write(text + "\n")
    console.file.flush()


def written(
    outcome: "Outcome", format: Format, *, workspace: Path | None = None, strict: bool = False
) -> str:
    """Return the outcome in a format of plain text."""
    if format is Format.JSON:
        from newsletter.report.data import as_json

        return as_json(outcome, workspace=workspace, strict=strict)
    if format is Format.GITHUB:
        from newsletter.console.github import github

        return github(outcome)
    if format is Format.SARIF:
        from newsletter.console.sarif import sarif

        return sarif(outcome)
    from newsletter.console.concise import concise

    return concise(outcome)


def _show_people(outcome: "Outcome", showing: Showing) -> None:
    """Print findings, files and the verdict; quiet leaves the findings alone."""
    from newsletter.console.people import findings
    from newsletter.console.sources import Sources
    from newsletter.console.summary import artifact_line, summary

    for part in findings(outcome.diagnostics, Sources(showing.workspace)):
        showing.console.print(part)
    if showing.quiet:
        return
    for artifact in outcome.artifacts:
        showing.console.print(artifact_line(artifact, showing.workspace), soft_wrap=True)
    if outcome.unchanged:
        showing.console.print(_("Nothing has changed since these files were made."), style="quiet")
    showing.console.print(summary(outcome, strict=showing.strict))
