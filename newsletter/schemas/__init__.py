"""The JSON schemas of what the tool writes for machines (JSON Schema 2020-12)."""

from pathlib import Path

FOLDER = Path(__file__).parent
SUFFIX = ".schema.json"


def schema_names() -> tuple[str, ...]:
    """Return the names of the schemas there are."""
    return tuple(sorted(path.name.removesuffix(SUFFIX) for path in FOLDER.glob(f"*{SUFFIX}")))


def schema_text(name: str) -> str:
    """Return a schema as it is published.

    Raises OSError where there is none of that name.
    """
    return (FOLDER / f"{name}{SUFFIX}").read_text("utf-8")
