"""Pages that can be signed."""

from pathlib import Path

from tests.checks.terminal import newsletter


def spoil(workspace: Path) -> None:
    """Build."""
    assert newsletter(workspace, "build").code == 0
