"""`newsletter sign` as an editor uses it: on built pages, in order, and what a press file then asks for."""

import datetime
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsletter.programs import run
from newsletter.signing import ssh
from newsletter.signing.ledger import read_ledger
from tests.checks.conftest import TODAY
from tests.checks.terminal import SLUG, Said, concise, edit, good_workspace, newsletter
from tests.signing.desk import rechained, rewrite

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
    last = (workspace / FILE).read_text("utf-8").rpartition("hash: ")[2][:64]
    assert manifest.count(last) == 1


def test_unsigned_issue_is_held_and_a_draft_is_not(workspace: Path) -> None:
    assert concise(workspace, "build", "--press").codes == {"A029"}
    assert _sign(workspace, "初审", "周岚").code == 0
    held = concise(workspace, "build", "--press")
    assert (held.codes, len(held.findings)) == ({"A029"}, 1)
    assert all(words in held.out for words in ("终审, 付印 are missing", "--stage 终审"))
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
        ((), ("初审", "周兰"), "A055"),
        ((("初审", "周岚"),), ("初审", "周岚"), "A056"),
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


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here")
def test_whoever_has_a_key_signs_with_it(workspace: Path, tmp_path: Path) -> None:
    key = _key(workspace, tmp_path, "周岚")
    assert _sign(workspace, "初审", "周 岚").codes == {"A036"}
    assert _sign(workspace, "初审", "周岚", "--key", str(key)).code == 0
    (workspace / ssh.SIGNERS).write_text("", "utf-8")
    assert "A031" in concise(workspace, "check").codes


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here")
@pytest.mark.parametrize(
    ("taken", "code"),
    [(r", seal: [^,}]+", "A031"), (r", key: [^,}]+", "A020"), (r", seal: [^,}]+|, key: [^,}]+", "A020")],
)
def test_an_ssh_signature_taken_out_is_missed(taken: str, code: str, workspace: Path, tmp_path: Path) -> None:
    key = _key(workspace, tmp_path, "周岚")
    assert _sign(workspace, "初审", "周岚", "--key", str(key)).code == 0
    text = (workspace / FILE).read_text("utf-8")
    (workspace / FILE).write_text(re.sub(taken, "", text), "utf-8")
    assert (workspace / FILE).read_text("utf-8") != text
    assert code in concise(workspace, "check").codes


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here")
def test_a_chain_written_anew_is_found_by_a_later_ssh_signature(workspace: Path, tmp_path: Path) -> None:
    key = _key(workspace, tmp_path, "陶景和")
    assert _sign(workspace, "初审", "周岚").code == 0
    assert _sign(workspace, "终审", "陶景和", "--key", str(key)).code == 0
    shutil.rmtree(workspace / "dist")
    first, last = read_ledger(workspace, SLUG).signatures
    forged = rechained((first.model_copy(update={"by": "叶一鸣"}), last))
    rewrite(workspace, forged)
    assert concise(workspace, "check").codes == {"A031"}
    rewrite(workspace, rechained((forged[0], forged[1].model_copy(update={"key": "", "seal": ""}))))
    assert concise(workspace, "check").codes == {"A036"}


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here")
def test_one_key_under_two_names_is_one_person(workspace: Path, tmp_path: Path) -> None:
    key = _key(workspace, tmp_path, "周岚,陶景和")
    assert _sign(workspace, "初审", "周岚", "--key", str(key)).code == 0
    assert _sign(workspace, "终审", "陶景和", "--key", str(key)).codes == {"A027"}


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here")
def test_a_key_that_has_run_out_since_was_good_then(workspace: Path, tmp_path: Path) -> None:
    key = _key(workspace, tmp_path, "周岚", 'valid-before="20260701"')
    assert _sign(workspace, "初审", "周岚", "--key", str(key)).code == 0
    assert concise(workspace, "check").codes == set()
    text = (workspace / ssh.SIGNERS).read_text("utf-8")
    (workspace / ssh.SIGNERS).write_text(text.replace("20260701", "20260601"), "utf-8")
    assert concise(workspace, "check").codes == {"A031"}


def _key(workspace: Path, folder: Path, names: str, options: str = "") -> Path:
    """Return a new key, which issues/allowed_signers says is of these names."""
    key = folder / "key"
    assert run(("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "x", "-f", str(key))).returncode == 0
    public = key.with_suffix(".pub").read_text("utf-8")
    (workspace / ssh.SIGNERS).write_text(f"{names} {options} {public}", "utf-8")
    return key


def test_the_code_noted_is_asked_for(workspace: Path) -> None:
    said = newsletter(workspace, "sign", SLUG, "--stage", "初审", "--by", "周岚")
    code = said.out.partition("code: ")[2].strip()
    assert len(code.replace(" ", "")) == 16
    assert _sign(workspace, "终审", "陶景和").code == 0
    for written in (code, code.replace(" ", "").upper(), code[:9]):
        found = newsletter(workspace, "sign", SLUG, "--noted", written)
        assert "signature 1" in found.out and "1 was given after it" in found.out
    shutil.rmtree(workspace / "dist")
    rewrite(workspace, rechained(tuple(
        each.model_copy(update={"by": "叶一鸣"}) for each in read_ledger(workspace, SLUG).signatures
    )))  # fmt: skip
    assert concise(workspace, "check").codes == set()  # nothing else is at hand
    assert "A044" in concise(workspace, "build", "--press").codes
    assert "A041" in concise(workspace, "sign", SLUG, "--noted", code).codes
    assert newsletter(workspace, "sign", SLUG, "--noted", "none").code == 2


def test_a_clock_behind_the_pages_is_refused(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSLETTER_NOW")
    later = datetime.datetime.now(datetime.UTC).timestamp() + 3600
    os.utime(workspace / "dist" / SLUG / f"{SLUG}.print.pdf", (later, later))
    assert _sign(workspace, "初审", "周岚").codes == {"A037"}
    assert not (workspace / FILE).exists()


def test_signatures_as_data(workspace: Path) -> None:
    assert _sign(workspace, "初审", "周岚").code == 0
    said = newsletter(workspace, "sign", SLUG, "--list", "--format", "json")
    data = json.loads(said.out)
    assert (said.code, data["schema"], data["ok"]) == (1, "newsletter/findings", False)
    given = data["sign_off"]["signatures"]
    assert [(each["stage"], each["by"], each["holds"]) for each in given] == [("初审", "周岚", True)]
    assert [each["stage"] for each in data["sign_off"]["open"]] == ["终审", "付印"]


def test_fewer_stages_asked_for_after_signing_hold_the_press_file(workspace: Path) -> None:
    assert _sign(workspace, "初审", "周岚").code == 0
    edit("issues/publication.yaml", "required: [初审, 终审, 付印]", "required: [初审]")(workspace)
    assert concise(workspace, "build").code == 0
    said = concise(workspace, "build", "--press")
    assert said.codes == {"A035"}
    assert "终审, 付印" in said.out
    assert _sign(workspace, "初审", "周岚").code == 0
    assert concise(workspace, "build", "--press").codes == set()


def test_samples_delivered_after_printing_void_nothing(workspace: Path) -> None:
    _all_signed(workspace)
    edit(f"issues/{SLUG}/issue.yaml", "run: 800", "run: 800, samples: 2026-07-03")(workspace)
    assert concise(workspace, "check").codes == set()


def test_without_ssh_keygen_a_key_ends_in_a_sentence(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = _sign(workspace, "初审", "周岚", "--key", "key")
    assert (said.code, "ssh-keygen" in said.err) == (4, True)
    assert not (workspace / FILE).exists()
