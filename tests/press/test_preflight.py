"""Any PDF is held against a printer profile: what is not looked at never passes, what hurts ends in a finding."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from newsletter.checks import EARLY, LATE, open_desks
from newsletter.condition import Condition, open_condition
from newsletter.preflight import Preflight, Result, crew, examining, preflight
from newsletter.preflight.clauses import clauses_of
from newsletter.press import UnreadablePdf
from newsletter.report.preflighted import as_json
from newsletter.rulebook import all_rules
from tests.press.hostile import ALL, page_of

open_desks(*EARLY, *LATE)

HERE = Path(__file__).parent
HARMLESS = {"tile of a hair", "vast sheet", "dashes", "astray", "restricted"}
"""Files that are odd, but can be read whole."""
NOTHING = {"empty", "no PDF", "a head alone", "many pages", "deep", "locked"}
"""Files of which nothing can be read."""
EITHER = {"large line art"}
"""Files that are drawn in time by a quick machine."""


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine take its time; what a page costs is bounded by the processor's."""
    monkeypatch.setattr(crew, "SECONDS", 300.0)


@pytest.fixture(scope="session")
def newsprint() -> Condition:
    return open_condition("newsprint", HERE)


def _held(data: bytes, folder: Path, condition: Condition) -> Preflight:
    file = folder / "file.pdf"
    file.write_bytes(data)
    return preflight(file, condition)


def _codes(result: Preflight) -> set[str]:
    return {each.rule.code for each in result.findings}


def _results(result: Preflight) -> dict[str, Result]:
    return {each.clause.key: each.result for each in result.checked}


def _spoilt(data: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spoil(pdf)
        pdf.save(target, force_version="1.6")
    return target.getvalue()


def test_our_own_press_file_passes_every_clause(good: bytes, newsprint: Condition, tmp_path: Path) -> None:
    result = _held(good, tmp_path, newsprint)
    assert result.findings == ()
    assert set(_results(result).values()) == {Result.PASSED}
    assert [page.number for page in result.pages] == [1, 2]
    assert all(page.ink is not None and page.ink.unread == () for page in result.pages)
    assert result.not_checked


def test_workers_find_what_one_reading_finds(good: bytes, newsprint: Condition, tmp_path: Path) -> None:
    from newsletter.press import inspect, limits_of

    alone = inspect(good, limits=limits_of(newsprint))
    between = _held(good, tmp_path, newsprint).file
    assert between is not None
    assert between.pages == alone.pages
    assert set(between.fonts) == set(alone.fonts)


def test_json_says_what_is_checked_and_what_is_not(good: bytes, newsprint: Condition, tmp_path: Path) -> None:
    data = json.loads(as_json(_held(good, tmp_path, newsprint)))
    assert data["ok"] and data["could_not_be_checked"] == []
    assert {each["result"] for each in data["checked"]} == {"passed"}
    assert all(each["what"] and each["why"] for each in data["not_checked"])
    page = data["pages"][0]
    assert page["boxes"]["trim"]["width"] == pytest.approx(148)
    assert set(page["ink"]["plates"]) == {"Cyan", "Magenta", "Yellow", "Black"}
    assert page["fonts"]


def test_every_rule_of_press_files_belongs_to_a_clause() -> None:
    known = {code for level in ("x-4", "x-1a") for clause in clauses_of(level) for code in clause.rules}
    # What is asked of sheets, packages and the screen edition is none of the press file's.
    others = {rule.code for rule in all_rules() if "F090" <= rule.code <= "F129"}
    rules = {rule.code for rule in all_rules() if rule.code[0] == "F"} - others
    # What only an order can say: how many pages, of which size.
    ordered = {"F020", "F024"}
    # What finishing meets while it makes a file.
    finishing = {"F036", "F038", "F039"}
    assert rules - known <= ordered | finishing
    assert known <= rules


def test_nothing_passes_for_a_file_that_cannot_be_read(newsprint: Condition, tmp_path: Path) -> None:
    result = _held(b"", tmp_path, newsprint)
    assert not result.readable
    assert Result.PASSED not in _results(result).values()


def test_a_page_that_cannot_be_drawn_passes_no_clause_on_ink(
    good: bytes, newsprint: Condition, tmp_path: Path
) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        picture = pikepdf.Stream(pdf, b"no picture")
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 900, 900, 8
        picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceCMYK, pikepdf.Name.DCTDecode
        page = pdf.pages[1]
        page.Resources.XObject["/No"] = pdf.make_indirect(picture)
        page.Contents.write(page.Contents.read_bytes() + b"\nq 72 0 0 72 200 300 cm /No Do Q\n")

    result = _held(_spoilt(good, spoil), tmp_path, newsprint)
    found = {each.clause.key: each for each in result.checked}
    assert _codes(result) == {"F061"}
    assert (found["ink"].result, found["ink"].unread) == (Result.INCOMPLETE, (2,))
    assert found["fonts"].result is Result.PASSED


def test_no_intent_is_no_fit_intent(newsprint: Condition, tmp_path: Path) -> None:
    found = _results(_held(page_of(), tmp_path, newsprint))
    assert {found[key] for key in ("intent", "profile", "condition")} == {Result.FAILED}


@pytest.mark.parametrize("name", ALL)
def test_hostile_file_ends_in_a_finding(
    name: str, newsprint: Condition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "PAGE_SECONDS", 4.0)
    result = _held(ALL[name](), tmp_path, newsprint)
    assert result.readable != (name in NOTHING)
    whole = _results(result)["structure"] is Result.PASSED
    assert whole != bool(_codes(result) & {"F015", "F060", "F061"})
    assert whole == (name in HARMLESS) or name in EITHER


def test_a_worker_that_breaks_down_costs_its_page(
    newsprint: Condition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "PAGE_SECONDS", 0.7)

    def spoil(pdf: pikepdf.Pdf) -> None:
        for _page in range(4):
            pdf.pages.append(pdf.pages[0])
        pdf.pages[2].Contents = pdf.make_stream(b"0 0 9 9 re f " * 1_400_000)

    result = _held(_spoilt(page_of(), spoil), tmp_path, newsprint)
    assert result.file is not None
    assert {(each.part, each.page) for each in result.file.unread} == {("page", 3)}
    assert [page.number for page in result.pages if page.paints and page.ink] == [1, 2, 4, 5]
    said = {each.spot.page: each.rule.code for each in result.findings if each.spot and each.spot.page == 3}
    assert said == {3: "F061"}


def test_time_that_runs_out_is_said(
    good: bytes, newsprint: Condition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "SECONDS", 0.0)
    result = _held(good, tmp_path, newsprint)
    assert not result.readable
    assert _codes(result) == {"F060"}


def test_missing_file_is_the_machines_fault(newsprint: Condition, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePdf) as raised:
        preflight(tmp_path / "none.pdf", newsprint)
    assert raised.value.exit_code == 3


def test_restricted_file_is_read_and_said_to_be_so(newsprint: Condition, tmp_path: Path) -> None:
    result = _held(ALL["restricted"](), tmp_path, newsprint)
    assert "F010" in _codes(result) and len(result.pages) == 1


X1A = {"level": "x-1a"}


@pytest.mark.parametrize(
    ("info", "is_labelled"),
    [
        ({"GTS_PDFXVersion": "PDF/X-1a:2003"}, True),
        ({"GTS_PDFXVersion": "PDF/X-1:2001", "GTS_PDFXConformance": "PDF/X-1a:2001"}, True),
        ({"GTS_PDFXVersion": "PDF/X-1:2001"}, False),
        ({}, False),
    ],
)
def test_both_editions_of_x1a_are_known(
    info: dict[str, str], is_labelled: bool, newsprint: Condition, tmp_path: Path
) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.trailer["/Info"] = pdf.make_indirect(pikepdf.Dictionary(**info))

    older = newsprint.model_copy(update=X1A)
    assert ("F001" not in _codes(_held(_spoilt(page_of(), spoil), tmp_path, older))) == is_labelled


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine's own file with a fault on every page but the last two."""
    folder = tmp_path_factory.mktemp("planted")
    subprocess.run([sys.executable, HERE / "planted.py", folder], check=True)
    return folder / "planted.pdf"


def _pages_of(result: Preflight) -> dict[str, set[int]]:
    """Return on which pages each rule found something."""
    found: dict[str, set[int]] = {}
    for each in result.findings:
        if each.spot:
            found.setdefault(each.rule.code, set()).add(each.spot.page)
    return found


def test_planted_faults_are_found_on_their_pages(planted: Path, newsprint: Condition) -> None:
    found = _pages_of(preflight(planted, newsprint.model_copy(update=X1A)))
    assert found == {
        "F031": {1},
        "F035": found["F035"],
        "F043": {2},
        "F044": {3},
        "F034": {4},
        "F045": {1},
        "F050": {5},
        "F070": {4},
        "F076": {5},
        "F022": set(range(1, 9)),
    }
    assert 6 in found["F035"]


def test_no_intent_and_no_label_are_found(planted: Path, newsprint: Condition) -> None:
    assert {"F001", "F003"} <= _codes(preflight(planted, newsprint))
