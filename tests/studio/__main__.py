"""Take the sample issue's photographs: ``python -m tests.studio FOLDER [NAME ...]``."""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

from .picture import take
from .save import store
from .scenes import NAMES, picture


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.studio", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the photographs go")
    parser.add_argument("names", nargs="*", help="single pictures instead of all")
    parser.add_argument("--share", type=float, default=1.0, help="proof size, 1 is full")
    return parser.parse_args()


def main() -> None:
    """Take the pictures asked for."""
    asked = arguments()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for name in asked.names or NAMES:
        photograph = take(picture(name), zlib.crc32(name.encode()), asked.share)
        path = store(photograph, name, asked.folder)
        print(f"{path} {path.stat().st_size}", flush=True)


if __name__ == "__main__":
    main()
