"""A stage that is signed and still holds."""

from pathlib import Path

from tests.checks.terminal import newsletter


def spoil(workspace: Path) -> None:
    """Build and sign."""
    assert newsletter(workspace, "build").code == 0
    assert newsletter(workspace, "sign", "--stage", "初审", "--by", "周岚").code == 0
