"""A story changed after the pages were built."""

from pathlib import Path

from tests.checks.terminal import edit, newsletter


def spoil(workspace: Path) -> None:
    """Build, then change a name."""
    assert newsletter(workspace, "build").code == 0
    edit("issues/issue-001/articles/opening.md", "梁启舟", "梁启周")(workspace)
