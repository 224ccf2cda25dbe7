"""The JSON schemas of what the tool writes for machines (JSON Schema 2020-12)."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
SUFFIX = ".schema.json"


def schema_names() -> tuple[str, ...]:
    """Return the names of the schemas there are."""
    return tuple(sorted(path.name.removesuffix(SUFFIX) for path in FOLDER.glob(f"*{SUFFIX}")))


def schema_text(name: str) -> str:
    """Return a schema as it is published: whole, with what it shares with another one in it.

    Raises OSError where there is none of that name.
    """
    schema = _read(name)
    shared = {key: _whole(each) for key, each in schema.get("$defs", {}).items()}
    return (
        json.dumps({**schema, **({"$defs": shared} if shared else {})}, ensure_ascii=False, indent=2) + "\n"
    )


def _read(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}{SUFFIX}").read_text("utf-8"))
    return schema


def _whole(definition: dict[str, Any]) -> dict[str, Any]:
    """Return a definition, of one that stands in another schema the definition there."""
    file, hash_, place = definition.get("$ref", "").partition(f"{SUFFIX}#/$defs/")
    return _whole(_read(file)["$defs"][place]) if hash_ else definition
