"""What a preflight of the sample issue costs, beside Ghostscript's separations and ink where it is there."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which

from tests.bench.cases import Case, environment, ours
from tests.bench.pressed import pdf_of
from tests.bench.timing import Timing, take
from tests.bench.workspaces import SLUG, copied

OURS, SEPARATED, COVERED = "newsletter preflight", "gs tiffsep, 72 dpi", "gs ink_cov"


def preflighted(
    folder: Path, runs: int, mode: Sequence[str], tell: Callable[[str], None]
) -> Mapping[str, Timing]:
    """Return the times of a preflight of the issue's press file, and of Ghostscript's parts of one."""
    workspace = copied(folder / "preflight")
    tell("the press file")
    subprocess.run(ours(workspace, "build", SLUG, *mode), env=environment(), check=True, capture_output=True)
    return take(_cases(workspace, pdf_of(workspace), folder), runs, tell)


def _cases(workspace: Path, pdf: Path, folder: Path) -> list[Case]:
    own = Case(
        OURS, ours(workspace, "preflight", str(pdf.resolve()), "--profile", "newsprint"), environment()
    )
    program = which("gs")
    if program is None:
        return [own]
    batch = (program, "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH")
    separated = (*batch, "-sDEVICE=tiffsep", "-r72", "-o", str(folder / "plate-%d.tif"), str(pdf))
    covered = (*batch, "-sDEVICE=ink_cov", "-o", str(folder / "cover.txt"), str(pdf))
    return [
        own,
        Case(SEPARATED, separated, environment(), against=OURS),
        Case(COVERED, covered, environment(), against=OURS),
    ]
