"""Take the sample issues' photographs: ``python -m tests.studio ISSUES [NAME ...]``."""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

from .picture import take
from .save import store
from .scenes import ISSUES, picture


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.studio", description=__doc__)
    parser.add_argument("issues", type=Path, help="the folder that holds the issues")
    parser.add_argument("names", nargs="*", help="single pictures instead of all")
    parser.add_argument("--share", type=float, default=1.0, help="proof size, 1 is full")
    return parser.parse_args()


def main() -> None:
    """Take the pictures asked for, each into its issue's folder."""
    asked = arguments()
    for issue, names in ISSUES.items():
        folder = asked.issues / issue / "photos"
        folder.mkdir(parents=True, exist_ok=True)
        for name in [each for each in names if not asked.names or each in asked.names]:
            plan = picture(name)
            photograph = take(plan, zlib.crc32(name.encode()), asked.share)
            path = store(photograph, name, folder, plan.limit)
            print(f"{path} {path.stat().st_size}", flush=True)


if __name__ == "__main__":
    main()
