"""`newsletter specimen` and `newsletter measure`: what they say, of good files and of hostile ones."""

import io
import json
from pathlib import Path

import pikepdf
import pytest

from newsletter.press import reading


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Return the specimen's file, made by the command."""
    from typer.testing import CliRunner

    from newsletter.cli.app import application

    folder = tmp_path_factory.mktemp("specimen")
    result = CliRunner().invoke(application(), ["-C", str(folder), "specimen", "-o", "page.pdf"])
    assert result.exit_code == 0, result.output
    assert "page.pdf: the specimen." in result.stdout
    return folder / "page.pdf"


def test_figures_for_people(run, page):
    result = run("measure", page)
    assert result.exit_code == 0, result.output
    assert "flush" in result.stdout
    assert "100.00%" in result.stdout
    assert "12 em × " in result.stdout


def test_figures_for_machines(run, page):
    (data,) = json.loads(run("measure", page, "--format", "json").stdout)
    assert data["file"] == str(page)
    assert data["flush"] >= 0.995
    assert data["starts"] == []
    assert set(data["measures"]) == {"12.0", "15.0", "24.0", "39.0"}


def test_several_files_side_by_side(run, page):
    result = run("measure", page, page, "--list")
    assert result.exit_code == 0
    assert result.stdout.count("flush") == 1


def test_every_line_at_fault_is_listed(run, page, monkeypatch):
    monkeypatch.setattr("newsletter.measure.counting.FLUSH", -1.0)
    result = run("measure", page, "--list")
    assert "page 1, column 1" in result.stdout
    assert "lines off the edge" in result.stdout


def test_no_file_is_a_question(run):
    assert run("measure").exit_code == 2


def test_an_unknown_layout(run, tmp_path):
    result = run("-C", tmp_path, "specimen", "--layout", "broadsheet-of-gold")
    assert result.exit_code == 2
    assert "There is no layout" in result.stderr


def test_where_nothing_can_be_written(run, tmp_path):
    (tmp_path / "file").write_text("no folder")
    result = run("-C", tmp_path, "specimen", "-o", "file/page.pdf")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def _pdf(content: bytes = b"", **options: object) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page().Contents = pdf.make_stream(content)
    target = io.BytesIO()
    pdf.save(target, **options)  # type: ignore[arg-type]
    return target.getvalue()


HOSTILE = {
    "empty": b"",
    "no pdf": b"%PDF-1.7\nnothing of the kind",
    "cut short": _pdf(b"BT ET")[:200],
    "locked": _pdf(encryption=pikepdf.Encryption(user="secret", owner="secret")),
    "without text": _pdf(b"0 0 10 10 re f"),
    "endless": _pdf(b"q " * 50_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_a_sentence(run, tmp_path, name):
    file = tmp_path / "hostile.pdf"
    file.write_bytes(HOSTILE[name])
    result = run("-C", tmp_path, "measure", file.name)
    assert result.exit_code == 3, result.output
    assert "hostile.pdf" in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_missing_file(run, tmp_path):
    result = run("measure", tmp_path / "none.pdf")
    assert result.exit_code == 3
    assert "cannot be read" in result.stderr


def test_a_folder_is_no_file(run, tmp_path):
    assert run("measure", tmp_path).exit_code == 3


def test_a_page_of_more_characters_than_any_newspaper(run, page, monkeypatch):
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 100)
    result = run("measure", page)
    assert result.exit_code == 3
    assert "no more than 100 are read" in " ".join(result.stderr.split())


def test_the_specimen_is_a_press_file(page: Path):
    from newsletter.press import inspect

    facts = inspect(page)
    assert facts.faults == ()
    assert len(facts.pages) == 2
    assert facts.xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert not any(font.notdef for font in facts.fonts)
    assert all(font.embedded for font in facts.fonts)
