"""`newsletter preflight`: formats, exit codes, the printer profile that is meant."""

import json
import shutil

import pikepdf
import pytest

from tests.press.hostile import locked, page_of


@pytest.fixture
def plain(tmp_path):
    """An office PDF of two pages, the second with a coarse RGB picture."""

    def spoil(pdf, page):
        pdf.pages.append(page)
        picture = pikepdf.Stream(pdf, b"\xc0\x10\x10" * 10_000)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 100, 100, 8
        picture.ColorSpace = pikepdf.Name.DeviceRGB
        last = pdf.pages[1]
        last.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=pdf.make_indirect(picture)))
        last.Contents = pdf.make_stream(b"q 75 0 0 75 72 448 cm /I Do Q")

    file = tmp_path / "office.pdf"
    file.write_bytes(page_of(spoil=spoil))
    return file


def _preflight(run, file, *more):
    return run("--lang", "en", "preflight", file, *more)


@pytest.mark.parametrize("width", ["80", "120"])
def test_people_read_findings_pages_checked_and_not_checked(run, plain, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", width)
    result = _preflight(run, plain, "--profile", "newsprint")
    assert result.exit_code == 1
    said = " ".join(result.stdout.split())
    assert "The picture on page 2, 25.4 mm from the left, 25.4 mm from the top is in DeviceRGB" in said
    assert "✗ One output intent for PDF/X F003" in said
    assert "✓ Lines thick enough" in said
    assert "Not checked · Font programs" in said
    assert "96 ppi" in said
    assert "…" not in said
    assert said.endswith("not fit for press")


def test_concise_and_github_name_the_file(run, plain):
    concise = _preflight(run, plain, "--profile", "newsprint", "--format", "concise").stdout
    assert f"{plain}:1:1: error[F045] The picture on page 2" in concise
    github = _preflight(run, plain, "--profile", "newsprint", "--format", "github").stdout
    assert github.startswith("::error title=F001")


def test_json_has_every_page(run, plain):
    data = json.loads(_preflight(run, plain, "--profile", "newsprint", "--format", "json").stdout)
    assert data["schema"] == "newsletter/preflight" and not data["ok"]
    picture = next(each for each in data["findings"] if each["code"] == "F045")
    assert (picture["page"], picture["x"], picture["y"]) == (2, 25.4, 25.4)
    assert [page["page"] for page in data["pages"]] == [1, 2]
    assert data["pages"][1]["pictures"][0]["ppi"] == [96.0, 96.0]
    assert data["not_checked"] and data["could_not_be_checked"] == []


@pytest.mark.parametrize("data", [b"", b"text", locked(user="secret")])
def test_a_file_that_cannot_be_read_is_a_finding_and_exits_with_3(run, tmp_path, data):
    file = tmp_path / "broken.pdf"
    file.write_bytes(data)
    result = _preflight(run, file, "--profile", "newsprint", "--format", "json")
    assert result.exit_code == 3
    found = json.loads(result.stdout)
    assert [each["code"] for each in found["findings"]] == ["F060"]
    assert found["checked"] == [] or {each["result"] for each in found["checked"]} == {"failed"}
    assert not found["ok"]


def test_of_what_is_no_pdf_no_clause_is_listed(run, tmp_path):
    file = tmp_path / "notes.pdf"
    file.write_text("no PDF\n" * 100)
    result = _preflight(run, file, "--profile", "newsprint")
    assert "F060" in result.stdout and "PDF/X-4" not in result.stdout
    assert len(result.stdout.splitlines()) < 8


def test_a_missing_file_exits_with_3(run, tmp_path):
    result = _preflight(run, tmp_path / "none.pdf", "--profile", "newsprint")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "cannot be read" in result.stderr


def test_a_profile_that_is_not_there_is_usage(run, plain):
    result = _preflight(run, plain, "--profile", "papyrus")
    assert result.exit_code == 2
    assert "papyrus" in result.stderr


def test_no_profile_and_no_workspace_is_usage(run, plain):
    result = run("-C", plain.parent, "--lang", "en", "preflight", plain)
    assert result.exit_code == 2
    assert "--profile" in result.stderr


def test_the_publications_own_profile_is_taken_and_named(run, plain, workspace):
    result = run("-C", workspace, "--lang", "en", "preflight", plain, "--format", "json")
    assert json.loads(result.stdout)["profile"] in result.stderr


def test_a_file_of_an_issue_is_held_against_that_issues_profile(run, plain, workspace):
    shutil.copytree(workspace / "issues" / "issue-001", workspace / "issues" / "issue-000")
    other = workspace / "issues" / "publication.yaml"
    magazine = other.with_name("magazine.yaml")
    coated = other.read_text("utf-8").replace("press: newsprint", "press: coated")
    magazine.write_text(coated, "utf-8")
    sheet = workspace / "issues" / "issue-000" / "issue.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "\npublication: magazine.yaml\n", "utf-8")
    folder = workspace / "dist" / "issue-000"
    folder.mkdir(parents=True)
    shutil.copy(plain, folder / "file.pdf")
    result = run("-C", workspace, "--lang", "en", "preflight", folder / "file.pdf", "--format", "json")
    assert json.loads(result.stdout)["profile"] == "coated"
