"""What is in a package, and that it is the same every time."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.handoff.packing import name_of
from newsletter.handoff.ticket import NAMESPACE
from newsletter.press import inspect
from tests.checks.terminal import SLUG, newsletter

X = f"{{{NAMESPACE}}}"
FILES = {
    "SHA256SUMS",
    f"{SLUG}.imposed.pdf",
    f"{SLUG}.print.pdf",
    f"{SLUG}.proof.pdf",
    "job.xjdf",
    "manifest.json",
    "permit.json",
    "preflight.html",
    "preflight.json",
    "press-sheet.pdf",
}


def test_folder_and_zip_hold_the_same_files(handed: Path) -> None:
    assert {each.name for each in handed.iterdir()} == FILES
    with zipfile.ZipFile(handed.with_name(f"{handed.name}.zip")) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {f"{handed.name}/{name}" for name in FILES}
        assert all(archive.read(f"{handed.name}/{name}") == (handed / name).read_bytes() for name in FILES)


def test_name_says_title_issue_size_run_and_code(handed: Path) -> None:
    code = hashlib.sha256((handed / "manifest.json").read_bytes()).hexdigest()[:8]
    assert handed.name == f"示例之窗_第1期_160x210mm_800份_{code}"


def test_press_file_is_the_one_that_was_built(handed: Path) -> None:
    built = handed.parent / f"{SLUG}.print.pdf"
    assert (handed / built.name).read_bytes() == built.read_bytes()


def test_coreutils_check_the_list(handed: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("no coreutils here")
    done = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=handed, capture_output=True)
    assert done.returncode == 0, done.stdout


def test_handing_over_twice_gives_the_same_bytes(handed: Path, pressed: Path) -> None:
    zipped = handed.with_name(f"{handed.name}.zip")
    before = zipped.read_bytes()
    assert newsletter(pressed, "handoff", SLUG).code == 0
    assert zipped.read_bytes() == before


def test_press_sheet_says_what_is_ordered(handed: Path) -> None:
    file = inspect(handed / "press-sheet.pdf")
    text = "".join(file.pages[0].text.split())
    code = hashlib.sha256((handed / "manifest.json").read_bytes()).hexdigest()
    assert len(file.pages) == 1
    assert code in text
    for said in ("示例之窗", "(鄂)4201—2026000/连", "示例印务有限公司", "800", "2026-07-02", "2026-07-12"):
        assert said in text, said
    assert "0.125acopy" in text
    assert "0.1reamswithoutspoilage" in text


def test_press_sheet_of_long_names_is_still_one_page(pressed: Path, tmp_path: Path) -> None:
    workspace = Path(
        shutil.copytree(pressed, tmp_path / "workspace", ignore=shutil.ignore_patterns("*_*份_*"))
    )
    publication = workspace / "issues/publication.yaml"
    text = publication.read_text("utf-8")
    licences = "(鄂)印证字0000号，有效期至2027年12月，" * 16
    publication.write_text(text.replace("(鄂)印证字0000号", licences), "utf-8")
    assert newsletter(workspace, "build", "--press").code == 0
    assert newsletter(workspace, "handoff").code == 0
    sheet = next((workspace / "dist" / SLUG).glob("*_*/press-sheet.pdf"))
    assert len(inspect(sheet).pages) == 1


def test_every_pdf_is_sound(handed: Path) -> None:
    for file in handed.glob("*.pdf"):
        with pikepdf.open(file) as pdf:
            assert pdf.check_pdf_syntax() == [], file.name
        assert inspect(file).faults == (), file.name


def test_proof_is_marked_and_in_light(handed: Path) -> None:
    proof = inspect(handed / f"{SLUG}.proof.pdf")
    assert all("PROOF" in "".join(page.text.split()) for page in proof.pages)
    spaces = {paint.space for page in proof.pages for paint in page.paints}
    assert not any("CMYK" in space for space in spaces)


def test_permit_record_says_what_the_shop_checks(handed: Path) -> None:
    record = json.loads((handed / "permit.json").read_text("utf-8"))
    assert record["permit"]["number"] == "(鄂)4201—2026000/连"
    assert record["samples_due"] == "2026-07-12"
    assert record["issue"]["run"] == 800


def test_ticket_orders_the_copies_and_places_the_pages(handed: Path) -> None:
    root = ElementTree.fromstring((handed / "job.xjdf").read_bytes())
    assert root.tag == f"{X}XJDF"
    assert root.find(f"{X}ProductList/{X}Product").get("Amount") == "800"
    files = [each.get("URL") for each in root.iter(f"{X}FileSpec")]
    assert all((handed / name).is_file() for name in files)
    placed = list(root.iter(f"{X}PlacedObject"))
    assert [each.get("Ord") for each in placed] == ["0", "1"]
    sides = [(each.get("SheetName"), each.get("Side")) for each in root.iter(f"{X}Part")]
    assert sides == [("Sheet1", "Front"), ("Sheet1", "Back")]


def test_ticket_and_sheets_agree(handed: Path) -> None:
    root = ElementTree.fromstring((handed / "job.xjdf").read_bytes())
    with pikepdf.open(handed / f"{SLUG}.imposed.pdf") as pdf:
        for placed, page in zip(root.iter(f"{X}PlacedObject"), pdf.pages, strict=True):
            trim = [float(edge) for edge in page.trimbox]
            corner = [float(part) for part in placed.get("TrimCTM").split()][4:]
            assert corner == pytest.approx(trim[:2], abs=0.01)
            matrix = [float(part) for part in placed.get("CTM").split()]
            drawn = page.obj["/Contents"].read_bytes().decode("ascii").split()
            assert matrix == pytest.approx([float(part) for part in drawn[1:7]], abs=0.01)


@given(st.text(max_size=200))
def test_any_title_gives_a_name_that_every_disk_takes(title: str) -> None:
    name = name_of(title, 7, "285x420", 3000, "0123abcd")
    assert not set(name) & set('/\\:*?"<>|\0\n\t ')
    assert name not in {".", ".."} and not name.startswith("..")
    assert len(f"{name}.zip".encode("utf-8", "replace")) <= 255
