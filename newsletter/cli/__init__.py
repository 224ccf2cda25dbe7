"""The command line: the only place that reads it, and the clock."""

import atexit
import gc
import io
import os
import sys

KEPT = 200_000
"""Objects made before any are looked over for garbage: what is read at the start, and by `check`, stays."""


def main() -> None:
    """Carry out the command line."""
    _lose_nothing()
    gc.set_threshold(KEPT)
    atexit.register(gc.freeze)  # what is left ends with the process: nothing looks through it once more
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # they are looked for in every package
    from newsletter.cli.app import application

    application()()


def _lose_nothing() -> None:
    """Let streams of a small character set write what they lack as escapes: ✓ is no part of GBK."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
