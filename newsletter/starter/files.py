"""New files."""

from pathlib import Path


def write_files(folder: Path, contents: dict[str, str]) -> None:
    """Write texts below a folder, by their names."""
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
