"""Every output for machines is what its published schema says, and the schema names all that it holds."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsletter.schemas import schema_names, schema_text
from tests.checks.conftest import TODAY
from tests.checks.terminal import SLUG, edit, good_workspace, newsletter

OPEN = {"layouts", "dummy"}
"""Schemas that name what others need, not all that there is."""


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLETTER_TODAY", TODAY)
    monkeypatch.setenv("NEWSLETTER_NOW", "2026-06-20T09:00:00+08:00")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good workspace built, signed, and then changed. Not to be changed further."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLETTER_TODAY", TODAY)
        folder = good_workspace(tmp_path_factory.mktemp("schemas") / "workspace")
        assert newsletter(folder, "build", "--press").code == 0
        assert newsletter(folder, "handoff").code == 0
        assert newsletter(folder, "sign", SLUG, "--stage", "初审", "--by", "周岚", "--page", "1").code == 0
    for change in (
        edit(f"issues/{SLUG}/articles/contest.md", "六支队伍", "五支队伍"),
        edit(f"issues/{SLUG}/articles/contest.md", "，", ","),
        edit(f"issues/{SLUG}/issue.yaml", "run: 800", "run: 900"),
        edit(f"issues/{SLUG}/photos.yaml", "credit: 叶一鸣", "credit: 温雪"),
    ):
        change(folder)
    return folder


def _closed(schema: Any) -> Any:
    """Return a schema that allows nothing that it does not name."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _closed(each) for key, each in schema.items()}
    named = isinstance(found.get("properties"), dict) and "additionalProperties" not in found
    return {**found, "additionalProperties": False} if named else found


def _held_by(name: str, text: str) -> None:
    schema = json.loads(schema_text(name))
    whole = schema if name in OPEN else _closed(schema)
    jsonschema.Draft202012Validator(whole).validate(json.loads(text))


COMMANDS = {
    "changes": ("diff", SLUG, "build", "--format", "json"),
    "findings": ("check", "--format", "json"),
    "year": ("index", "--format", "json"),
    "status": ("status", "--format", "json"),
    "doctor": ("doctor", "--json"),
    "faces": ("fonts", "--json"),
    "coverage": ("fonts", "--text", "中𬭎a☃", "--json"),
    "layouts": ("layouts", "--json"),
    "profiles": ("press", "profiles", "--format", "json"),
    "rules": ("rules", "--format", "json"),
    "figures": ("measure", f"dist/{SLUG}/{SLUG}.print.pdf", "--format", "json"),
    "preflight": ("preflight", f"dist/{SLUG}/{SLUG}.print.pdf", "--format", "json"),
}
FILES = {
    "findings": f"dist/{SLUG}/report.json",
    "dummy": f"dist/{SLUG}/dummy.json",
    "package": f"dist/{SLUG}/*_*/manifest.json",
    "permit": f"dist/{SLUG}/*_*/permit.json",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_commands_write_is_what_the_schemas_say(name: str, workspace: Path) -> None:
    said = newsletter(workspace, *COMMANDS[name])
    assert said.code in (0, 1), said.err
    _held_by(name, said.out)


@pytest.mark.parametrize("name", FILES)
def test_what_files_hold_is_what_the_schemas_say(name: str, workspace: Path) -> None:
    (file,) = workspace.glob(FILES[name])
    _held_by(name, file.read_text("utf-8"))


def test_other_forms_of_an_output_are_in_its_schema_too(workspace: Path, tmp_path: Path) -> None:
    _held_by("changes", newsletter(workspace, "diff", SLUG, "signed", "--format", "json").out)
    _held_by("findings", newsletter(workspace, "plan", "--capacity", "--format", "json").out)
    _held_by("findings", newsletter(workspace, "sign", SLUG, "--list", "--format", "json").out)
    _held_by("profiles", newsletter(workspace, "press", "profiles", "coated", "--format", "json").out)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    said = newsletter(workspace, "preflight", str(broken), "--profile", "coated", "--format", "json")
    _held_by("preflight", said.out)


def test_every_schema_has_an_output_that_is_held_against_it() -> None:
    assert {*COMMANDS, *FILES} == {*schema_names()}


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_whole_and_refuses_what_is_not_its_own(name: str) -> None:
    schema = json.loads(schema_text(name))
    assert "schema.json#" not in schema_text(name)
    validator = jsonschema.Draft202012Validator(schema)
    assert not validator.is_valid({"schema": "newsletter/other"})
    assert not validator.is_valid([{}])
