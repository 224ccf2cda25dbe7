"""The pages were built at an hour that the machine's clock has not reached."""

import datetime
import os
from pathlib import Path

from tests.checks.terminal import newsletter


def spoil(workspace: Path) -> None:
    """Build, and date the pages of the year 2099."""
    assert newsletter(workspace, "build").code == 0
    then = datetime.datetime(2099, 1, 1, 12).astimezone().timestamp()
    os.utime(workspace / "dist" / "issue-001" / "issue-001.print.pdf", (then, then))
