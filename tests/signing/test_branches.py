"""What the version control keeps finds what the file alone cannot; signatures of two branches come together."""

import shutil
from pathlib import Path

import pytest

from newsletter.programs import run
from newsletter.signing import held_back
from newsletter.signing.chain import parents
from newsletter.signing.ledger import FILE, read_ledger
from newsletter.signing.order import order_faults
from newsletter.signing.proof import proofs
from newsletter.signing.witness import remember
from newsletter.stage import Stage
from newsletter.starter.texts import UNITED
from tests.checks.terminal import SLUG, concise, edit, good_workspace
from tests.repository import needs_git
from tests.signing.desk import DAY, entries, give, issue_in, looked_into, rechained, reviewed, rewrite

pytestmark = needs_git
ISSUE = f"issues/{SLUG}"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return the good workspace, which asks for two stages, under version control."""
    workspace = good_workspace(tmp_path / "workspace")
    edit("issues/publication.yaml", "required: []", "required: [初审, 终审]")(workspace)
    (workspace / ".gitignore").write_text("dist/\n", "utf-8")
    _git(workspace, "init", "-q", "-b", "main")
    _commit(workspace)
    return workspace


def _git(workspace: Path, *arguments: str) -> int:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    return run(("git", "-C", str(workspace), *who, *arguments)).returncode


def _commit(workspace: Path) -> None:
    assert (_git(workspace, "add", "-A"), _git(workspace, "commit", "-qm", "x")) == (0, 0)


def _codes(workspace: Path) -> set[str]:
    found = looked_into(workspace)
    return {each.rule.code for each in (*found.broken, *found.told)}


@pytest.mark.parametrize("left", [0, 1, 2])
@pytest.mark.parametrize("committed", [False, True])
def test_an_end_cut_off_is_found_however_long_and_though_committed(
    left: int, committed: bool, workspace: Path
) -> None:
    file = reviewed(workspace)
    _commit(workspace)
    assert _codes(workspace) == set()
    file.write_text("".join(entries(file.read_text("utf-8"))[:left]), "utf-8")
    if committed:
        _commit(workspace)
    found = looked_into(workspace).broken
    assert [each.rule.code for each in found] == ["A024"]
    assert found[0].at is not None and found[0].at.file == f"{ISSUE}/{FILE}"
    assert "git checkout" in found[0].hint


@pytest.mark.parametrize("gone", [(FILE,), (FILE, "signed")])
def test_a_file_deleted_and_committed_is_found(gone: tuple[str, ...], workspace: Path) -> None:
    file = reviewed(workspace)
    _commit(workspace)
    file.unlink()
    if "signed" in gone:
        shutil.rmtree(file.parent / "signed")
    _commit(workspace)
    assert _codes(workspace) == {"A024"}


def test_a_chain_written_anew_is_found_though_committed(workspace: Path) -> None:
    reviewed(workspace)
    _commit(workspace)
    first, *others = read_ledger(workspace, SLUG).signatures
    rewrite(workspace, rechained((first.model_copy(update={"by": "叶一鸣"}), *others)))
    _commit(workspace)
    assert _codes(workspace) == {"A024"}


def test_the_hint_brings_the_file_back(workspace: Path) -> None:
    file = reviewed(workspace)
    _commit(workspace)
    whole = file.read_bytes()
    file.write_text("", "utf-8")
    _commit(workspace)
    command = looked_into(workspace).broken[0].hint.partition("git ")[2]
    assert _git(workspace, *command.split()) == 0
    assert file.read_bytes() == whole


def test_a_workspace_inside_a_repository_is_under_version_control_too(tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "paper" / "workspace")
    _git(tmp_path, "init", "-q")
    file = reviewed(workspace)
    _commit(tmp_path)
    file.unlink()
    assert "A024" in _codes(workspace)


def test_a_merge_that_drops_one_side_is_found(workspace: Path) -> None:
    _two_sides(workspace)
    assert _git(workspace, "merge", "-q", "-s", "ours", "one") == 0
    assert _codes(workspace) == {"A024"}


def _two_sides(workspace: Path) -> None:
    """Have two branches sign side by side after one signature that both have."""
    give(workspace, Stage.FIRST_REVIEW, "周岚")
    _commit(workspace)
    for branch, by, story in (("one", "沈亦秋", "opening"), ("other", "何翀", "library")):
        assert _git(workspace, "checkout", "-q", "-B", branch, "main") == 0
        give(workspace, Stage.SECOND_REVIEW, by, f"story {story}")
        remember(workspace, SLUG, tuple(each.hash for each in read_ledger(workspace, SLUG).signatures))
        _commit(workspace)


def test_the_record_in_dist_of_another_branch_is_no_theft(workspace: Path) -> None:
    _two_sides(workspace)
    assert _codes(workspace) == set()
    file = workspace / ISSUE / FILE
    file.write_text("".join(entries(file.read_text("utf-8"))[:1]), "utf-8")
    assert _codes(workspace) == {"A024"}


def test_signatures_of_two_branches_come_together(workspace: Path) -> None:
    _two_sides(workspace)
    (workspace / ".git" / "info" / "attributes").write_text(UNITED, "utf-8")
    assert _git(workspace, "merge", "-q", "one", "-m", "m") == 0
    assert _codes(workspace) == {"A040"}
    last = give(workspace, Stage.FINAL_REVIEW, "陶景和", hours=30)
    assert len(parents(last)) == 2
    found = looked_into(workspace)
    assert (_codes(workspace), len(found.holding)) == (set(), 4)
    for which in (1, 2):
        text = (workspace / ISSUE / FILE).read_text("utf-8")
        (workspace / ISSUE / FILE).write_text(text.replace(entries(text)[which], ""), "utf-8")
        assert "A021" in _codes(workspace)
        (workspace / ISSUE / FILE).write_text(text, "utf-8")


def test_a_conflict_is_told_and_mended_by_taking_out_its_marks(workspace: Path) -> None:
    _two_sides(workspace)
    assert _git(workspace, "merge", "-q", "one") != 0
    found = looked_into(workspace)
    assert [each.rule.code for each in found.broken] == ["A043"]
    assert len(found.ledger.signatures) == 3
    file = workspace / ISSUE / FILE
    lines = file.read_text("utf-8").splitlines(keepends=True)
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    file.write_text("".join(each for each in lines if not each.startswith(marks)), "utf-8")
    assert _codes(workspace) == {"A040"}


def test_a_stage_signed_on_another_branch_does_not_count_for_one_that_could_not_see_it(
    workspace: Path,
) -> None:
    _two_sides(workspace)
    (workspace / ".git" / "info" / "attributes").write_text(UNITED, "utf-8")
    assert _git(workspace, "checkout", "-q", "one") == 0
    for story in ("library", "contest"):
        give(workspace, Stage.SECOND_REVIEW, "沈亦秋", f"story {story}", hours=2)
    _commit(workspace)
    assert _git(workspace, "checkout", "-q", "other") == 0
    give(workspace, Stage.FINAL_REVIEW, "陶景和", hours=40)
    _commit(workspace)
    assert _git(workspace, "merge", "-q", "one", "-m", "m") == 0
    found = looked_into(workspace)
    edit("issues/publication.yaml", "[初审, 终审]", "[初审, 复审, 终审]")(workspace)
    faults = order_faults(found.ledger.signatures, found.holding, issue_in(workspace))
    assert [each.rule.code for each in faults] == ["A028"]


def test_fewer_stages_asked_for_since_the_issue_was_begun(workspace: Path) -> None:
    edit("issues/publication.yaml", "[初审, 终审]", "[初审]")(workspace)
    _commit(workspace)
    found = {each.rule.code: each for each in held_back(issue_in(workspace), DAY)}
    assert set(found) == {"A042", "A029"}
    assert "终审" in found["A042"].message
    give(workspace, Stage.FIRST_REVIEW, "周岚")
    assert [each.rule.code for each in held_back(issue_in(workspace), DAY)] == ["A044"]
    _commit(workspace)
    assert not list(held_back(issue_in(workspace), DAY))


def test_proofs_are_counted(workspace: Path) -> None:
    give(workspace, Stage.FIRST_REVIEW, "周岚")
    _commit(workspace)
    give(workspace, Stage.FINAL_REVIEW, "陶景和")
    assert [each.count for each in proofs(looked_into(workspace))] == [1, 0, 0, 0]


@pytest.mark.parametrize("name", ["sign_off.yml", "sign_off (1).yaml", "sign_off.yaml.orig", "Sign_Off.yaml"])
def test_a_second_file_of_signatures_is_named(name: str, workspace: Path) -> None:
    file = reviewed(workspace)
    shutil.copy(file, file.with_name(name))
    said = concise(workspace, "check", SLUG)
    assert (said.codes, name in said.out) == ({"A039"}, True)


def test_a_link_in_the_file_s_place_is_named(workspace: Path) -> None:
    file = reviewed(workspace)
    file.rename(workspace / "elsewhere.yaml")
    file.symlink_to(workspace / "elsewhere.yaml")
    assert _codes(workspace) == {"A039"}


@pytest.mark.parametrize(
    "written",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"# a\n\n" + data.replace(b"by: ", b"by:    ").replace(b"}\n", b"}  # b\n\n"),
    ],
    ids=["CRLF", "BOM", "comments and spaces"],
)
def test_how_the_file_is_written_is_no_matter(written, workspace: Path) -> None:
    file = reviewed(workspace)
    file.write_bytes(written(file.read_bytes()))
    give(workspace, Stage.FIRST_PROOF, "何翀")
    found = looked_into(workspace)
    assert (found.broken, len(found.holding)) == ((), 4)
