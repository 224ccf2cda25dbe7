"""The command line: the only place that reads it, and the clock."""

import os


def main() -> None:
    """Carry out the command line."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # they are looked for in every package
    from newsletter.cli.app import application

    application()()
