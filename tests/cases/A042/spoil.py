"""publication.yaml asked for 终审 in the commit with which the issue was begun."""

from pathlib import Path

import pytest

from newsletter.programs import run

LESS, MORE = "required: [初审]", "required: [初审, 终审]"


def spoil(workspace: Path) -> None:
    """Commit the issue while more is asked for, then ask for less."""
    file = workspace / "issues" / "publication.yaml"
    text = file.read_text("utf-8")
    git = ("git", "-C", str(workspace), "-c", "user.name=a", "-c", "user.email=a@example.org")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", "2026-06-01T08:00:00Z")
        run((*git, "init", "-q"))
        for written in (text.replace(LESS, MORE), text):
            file.write_text(written, "utf-8")
            run((*git, "add", "issues"))
            run((*git, "commit", "-qm", "issue"))
