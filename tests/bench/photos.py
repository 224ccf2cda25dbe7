"""Sixteen photos of twelve megapixels brought to press colours: seconds and megabytes for each profile."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from newsletter.condition import shipped
from tests.bench.cases import environment
from tests.bench.workspaces import SLUG, with_large_photos

COUNT = 16
WIDTHS = (80, 120, 160)
"""How wide the photos are placed, in mm: two, three and four columns of a tabloid."""
CONVERT = """
import json, resource, sys, tempfile, time
from pathlib import Path
from newsletter.condition import open_condition
from newsletter.dummy import Crop
from newsletter.lengths import Mm
from newsletter.photos import Placement, convert
name, width, *files = sys.argv[1:]
width = float(width)
condition = open_condition(name, Path())
placements = [Placement(Path(each), Crop(), Mm(width), Mm(width * 0.75)) for each in files]
with tempfile.TemporaryDirectory() as cache:
    begun, worked = time.perf_counter(), time.process_time()
    convert(placements, condition, Path(cache))
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([seconds, processor, peak / (2**20 if sys.platform == "darwin" else 2**10)]))
"""


@dataclass(frozen=True, slots=True)
class Converted:
    """What converting came to for a profile at a width: seconds on the wall and of processors, most MB."""

    profile: str
    width: int
    seconds: float
    processor: float
    megabytes: float


def converted(folder: Path, tell: Callable[[str], None]) -> tuple[Converted, ...]:
    """Return what converting costs for every shipped profile at each width, nothing cached."""
    tell("photos of twelve megapixels")
    photos = sorted((with_large_photos(folder) / "issues" / SLUG / "photos").iterdir())[:COUNT]
    return tuple(_measured(photos, tell))


def _measured(photos: Sequence[Path], tell: Callable[[str], None]) -> Iterator[Converted]:
    """Yield the costs, each of a process of its own."""
    for profile in shipped():
        for width in WIDTHS:
            tell(f"{profile}, {width} mm")
            command = [sys.executable, "-c", CONVERT, profile, str(width), *map(str, photos)]
            run = subprocess.run(command, env=environment(), capture_output=True, check=True)
            yield Converted(profile, width, *json.loads(run.stdout))


def table(found: Sequence[Converted]) -> Table:
    """Return the costs as a table."""
    shown = Table(title=f"{COUNT} photos of 12 megapixels to press colours", title_justify="left")
    for heading in ("profile", "mm wide", "seconds", "processor s", "peak MB"):
        shown.add_column(heading, justify="left" if heading == "profile" else "right")
    for each in found:
        numbers = f"{each.seconds:.2f}", f"{each.processor:.2f}", f"{each.megabytes:.0f}"
        shown.add_row(each.profile, str(each.width), *numbers)
    return shown
