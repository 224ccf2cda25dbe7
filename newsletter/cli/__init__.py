"""The command line: the only place that reads it, and the clock."""


def main() -> None:
    """Carry out the command line."""
    from newsletter.cli.app import application

    application()()
