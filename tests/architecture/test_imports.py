"""Imports run one way, in the order of newsletter/ARCHITECTURE.md; outside powers have one door each."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "newsletter"
ORDER = (
    *(
        "later",
        "characters",
        "script",
        "surnames",
        "names",
        "lengths",
        "diagnostics",
        "language",
        "programs",
        "authorities",
        "period",
        "provinces",
        "cities",
        "placeholders",
    ),
    *(
        "rulebook",
        "register",
        "yaml_source",
        "manuscript",
        "areas",
        "stage",
        "issue",
        "photo_groups",
        "lines",
        "full_width",
        "normalise",
        "copy_source",
        "workspace",
    ),
    *("waivers", "manifest", "series", "readings"),
    *(
        "slots",
        "prominence",
        "refusals",
        "layout",
        "condition",
        "shipped",
        "trim",
        "fonts",
        "receipt",
        "dummy",
        "structure",
        "compose",
        "makeup",
        "photos",
        "imposition",
        "press",
        "mixing",
        "measure",
    ),
    *(
        "typeset",
        "ruby",
        "stylesheet",
        "markup",
        "checks",
        "preflight",
        "release",
        "commission",
        "bench",
        "turns",
        "signing",
        "checking",
        "comparison",
        "standing",
        "report",
        "fixing",
        "selection",
        "schemas",
    ),
    *(
        "printing",
        "pipeline",
        "former",
        "pressed",
        "stripping",
        "handoff",
        "specimen",
        "doctor",
        "console",
        "preview",
        "starter",
        "cli",
    ),
)
DOORS = {
    "yaml": {"yaml_source"},
    "weasyprint": {"typeset", "doctor"},
    "pikepdf": {"press", "doctor"},
    "pypdfium2": {"press", "doctor"},
    "PIL": {"photos", "press", "preview", "doctor"},
    "uharfbuzz": {"fonts", "doctor"},
    "fontTools": {"fonts", "doctor"},
    "budoux": {"compose"},
    "pyphen": {"compose"},
    "markdown_it": {"copy_source"},
    "typer": {"cli"},
    "pypinyin": {"names"},
    "jinja2": {"markup", "report"},
}


def sources():
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "locale" not in path.parts]


def _module(path):
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imports(path):
    """Yield every imported name outside of TYPE_CHECKING blocks."""
    tree = ast.parse(path.read_text("utf-8"))
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            if node.module == "newsletter":
                yield from (f"newsletter.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path):
    here = _module(path)
    if here in {"__init__", "__main__"}:
        return
    assert here in ORDER, f"{here} has no place in ARCHITECTURE.md"
    for name in imports(path):
        if name.startswith("newsletter."):
            other = name.split(".")[1]
            if other in ORDER and other != here:
                assert ORDER.index(other) < ORDER.index(here), f"{here} imports {other}"


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_outside_power_has_one_door(path):
    for name in imports(path):
        allowed = DOORS.get(name.split(".")[0])
        assert allowed is None or _module(path) in allowed, f"{_module(path)} imports {name}"
