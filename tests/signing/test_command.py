"""`newsletter sign` as an editor uses it: on built pages, in order, and what a press file then asks for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsletter.programs import run
from newsletter.signing import ssh
from tests.checks.conftest import TODAY
from tests.checks.terminal import SLUG, Said, concise, edit, good_workspace, newsletter

FILE = Path("issues") / SLUG / "sign_off.yaml"
REQUIRED = edit("issues/publication.yaml", "required: []", "required: [初审, 终审, 付印]")
CHANGE = edit(f"issues/{SLUG}/articles/opening.md", "梁启舟", "梁启周")
PEOPLE = (("初审", "周岚"), ("终审", "陶景和"), ("付印", "陶景和"))


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLETTER_TODAY", TODAY)
    monkeypatch.setenv("NEWSLETTER_NOW", "2026-06-20T09:00:00+08:00")


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good workspace, which asks for three signatures, with its draft. Not to be changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLETTER_TODAY", TODAY)
        workspace = good_workspace(tmp_path_factory.mktemp("drafted") / "workspace")
        REQUIRED(workspace)
        assert newsletter(workspace, "build").code == 0
    return workspace


@pytest.fixture
def workspace(drafted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(drafted, tmp_path / "workspace"))


def _sign(workspace: Path, stage: str, by: str, *more: str) -> Said:
    return concise(workspace, "sign", SLUG, "--stage", stage, "--by", by, *more)


def _all_signed(workspace: Path) -> None:
    for stage, by in PEOPLE:
        assert _sign(workspace, stage, by).code == 0


def test_signed_issue_goes_to_press_and_to_the_shop(workspace: Path) -> None:
    _all_signed(workspace)
    assert concise(workspace, "sign", SLUG, "--list").code == 0
    assert concise(workspace, "build", "--press").codes == set()
    assert concise(workspace, "handoff").code == 0
    report = (workspace / "dist" / SLUG / "report.html").read_text("utf-8")
    assert all(by in report for _stage, by in PEOPLE)
    manifest = next((workspace / "dist" / SLUG).glob("*_*/manifest.json")).read_text("utf-8")
    assert manifest.count((workspace / FILE).read_text("utf-8").rpartition("hash: ")[2].strip()) == 1


def test_unsigned_issue_is_held_and_a_draft_is_not(workspace: Path) -> None:
    assert concise(workspace, "build", "--press").codes == {"A029"}
    assert _sign(workspace, "初审", "周岚").code == 0
    held = concise(workspace, "build", "--press")
    assert (held.codes, len(held.findings)) == ({"A029"}, 2)
    assert concise(workspace, "build").code == 0


def test_a_change_after_signing_holds_the_press_file(workspace: Path) -> None:
    _all_signed(workspace)
    CHANGE(workspace)
    said = concise(workspace, "build", "--press")
    assert said.codes == {"A025", "A029"}
    assert f"issues/{SLUG}/articles/opening.md:3:1" in said.places("A025")
    assert _sign(workspace, "初审", "周岚").codes == {"A033"}


def test_pages_that_look_otherwise_hold_the_press_file(workspace: Path) -> None:
    _all_signed(workspace)
    edit("layouts/leaflet/layout.yaml", "caption: {face: hei,", "caption: {face: kai,")(workspace)
    said = concise(workspace, "build", "--press")
    assert {"A026", "A029"} <= said.codes


def test_a_package_is_held_by_what_is_not_signed_any_more(workspace: Path) -> None:
    _all_signed(workspace)
    assert concise(workspace, "build", "--press").code == 0
    edit(str(FILE), "by: 周岚", "by: 叶一鸣")(workspace)
    assert "A020" in concise(workspace, "handoff").codes


Sign = Callable[[Path], Said]


@pytest.mark.parametrize(
    ("first", "then", "code"),
    [
        ((), ("终审", "陶景和"), "A028"),
        ((("初审", "周岚"),), ("付印", "陶景和"), "A028"),
        ((("初审", "周岚"),), ("终审", "周岚"), "A027"),
        ((("一校", "何翀"),), ("二校", "何翀"), "A027"),
    ],
)
def test_what_cannot_be_signed_is_refused_and_nothing_written(
    first: tuple[tuple[str, str], ...], then: tuple[str, str], code: str, workspace: Path
) -> None:
    for stage, by in first:
        assert _sign(workspace, stage, by).code == 0
    before = (workspace / FILE).read_bytes() if first else None
    assert _sign(workspace, *then).codes == {code}
    assert (workspace / FILE).read_bytes() == before if first else not (workspace / FILE).exists()


def test_a_clock_set_back_is_refused(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _sign(workspace, "初审", "周岚").code == 0
    monkeypatch.setenv("NEWSLETTER_NOW", "2026-06-19T09:00:00+08:00")
    assert _sign(workspace, "终审", "陶景和").codes == {"A023"}


def test_a_damaged_file_is_left_as_it_is(workspace: Path) -> None:
    (workspace / FILE).write_text("- {stage: 初审\n", "utf-8")
    assert _sign(workspace, "初审", "周岚").codes == {"M005"}
    assert (workspace / FILE).read_text("utf-8") == "- {stage: 初审\n"


def test_story_by_story_and_page_by_page(workspace: Path) -> None:
    for story in ("opening", "contest"):
        assert _sign(workspace, "初审", "周岚", "--story", story).code == 0
    assert _sign(workspace, "终审", "陶景和").codes == {"A028"}
    assert _sign(workspace, "终审", "陶景和", "--page", "1").code == 0
    assert _sign(workspace, "初审", "周岚", "--page", "2").code == 0
    assert _sign(workspace, "终审", "陶景和", "--page", "2").code == 0
    assert _sign(workspace, "付印", "陶景和").code == 0
    assert concise(workspace, "build", "--press").codes == set()


@pytest.mark.parametrize(
    "options",
    [
        ("--stage", "初审"),
        ("--by", "周岚"),
        ("--stage", "四审", "--by", "周岚"),
        ("--stage", "初审", "--by", "周岚", "--story", "nothing"),
        ("--stage", "初审", "--by", "周岚", "--page", "9"),
        ("--stage", "初审", "--by", "周岚", "--page", "1", "--story", "opening"),
        ("--stage", "付印", "--by", "周岚", "--page", "1"),
    ],
)
def test_what_cannot_be_meant_ends_in_a_sentence(options: tuple[str, ...], workspace: Path) -> None:
    said = newsletter(workspace, "sign", SLUG, *options)
    assert (said.code, said.err.startswith("error: ")) == (2, True), said.err
    assert not (workspace / FILE).exists()


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here")
def test_an_ssh_signature_is_of_the_person_named(workspace: Path, tmp_path: Path) -> None:
    for name in ("zhou", "tao"):
        key = str(tmp_path / name)
        assert run(("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key)).returncode == 0
    public = (tmp_path / "zhou.pub").read_text("utf-8")
    (workspace / ssh.SIGNERS).write_text(f'周岚 namespaces="{ssh.NAMESPACE}" {public}', "utf-8")
    assert _sign(workspace, "初审", "周岚", "--key", str(tmp_path / "tao")).code == 4
    assert not (workspace / FILE).exists()
    assert _sign(workspace, "初审", "周岚", "--key", str(tmp_path / "zhou")).code == 0
    assert "A031" not in concise(workspace, "check").codes
    (workspace / ssh.SIGNERS).write_text(public.replace("ssh-ed25519", "陶景和 ssh-ed25519"), "utf-8")
    assert "A031" in concise(workspace, "check").codes


def test_without_ssh_keygen_a_key_ends_in_a_sentence(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = _sign(workspace, "初审", "周岚", "--key", "key")
    assert (said.code, "ssh-keygen" in said.err) == (4, True)
    assert not (workspace / FILE).exists()
