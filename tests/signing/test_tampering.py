"""What is done to sign_off.yaml is found, and where it cannot be found that is known too."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.issue import Signature
from newsletter.signing.examining import chain_faults, examined
from newsletter.signing.ledger import FILE, read_ledger
from newsletter.signing.order import order_faults
from newsletter.signing.witness import remember, witnesses
from newsletter.stage import Stage
from tests.checks.terminal import SLUG, edit, good_workspace
from tests.repository import git, needs_git
from tests.signing.desk import DAY, entries, give, issue_in, looked_into, rechained, reviewed, rewrite

Tamper = Callable[[str], str]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def _codes(workspace: Path) -> list[str]:
    ledger = read_ledger(workspace, SLUG)
    found = chain_faults(ledger, workspace, DAY, witnesses(ledger, workspace))
    return [each.rule.code for each in (*ledger.faults, *found)]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return good_workspace(tmp_path / "workspace")


@pytest.fixture
def file(workspace: Path) -> Path:
    return reviewed(workspace)


def test_signatures_as_given_are_sound_and_hold(workspace: Path, file: Path) -> None:
    found = looked_into(workspace)
    assert (found.broken, found.void, len(found.holding)) == ((), (), 3)
    assert not list(order_faults(found.ledger.signatures, found.holding, issue_in(workspace)))


def _swapped(text: str) -> str:
    return text.replace("by: 周岚", "by: ×").replace("by: 陶景和", "by: 周岚").replace("by: ×", "by: 陶景和")


def _without(which: int) -> Tamper:
    def tamper(text: str) -> str:
        parts = entries(text)
        return text.replace(parts[which], "", 1)

    return tamper


def _exchanged(text: str) -> str:
    one, two, three = entries(text)
    return f"{text.partition('- {')[0]}{one}{three}{two}"


@pytest.mark.parametrize(
    ("tamper", "codes"),
    [
        (lambda text: text.replace("by: 周岚", "by: 叶一鸣"), {"A020"}),
        (lambda text: text.replace("stage: 终审", "stage: 付印"), {"A020"}),
        (lambda text: text.replace("T09:00", "T08:00", 1), {"A020"}),
        (_swapped, {"A020"}),
        (_without(0), {"A021"}),
        (_without(1), {"A021"}),
        (_exchanged, {"A021"}),
        (lambda text: text + entries(text)[0], {"A021"}),
    ],
    ids=["name", "stage", "time", "swapped names", "first gone", "middle gone", "exchanged", "again"],
)
def test_tampering_is_found(tamper: Tamper, codes: set[str], workspace: Path, file: Path) -> None:
    before = file.read_text("utf-8")
    file.write_text(tamper(before), "utf-8")
    assert file.read_text("utf-8") != before
    assert set(_codes(workspace)) == codes


def test_a_cut_off_end_is_found_by_the_record_in_dist_only(workspace: Path, file: Path) -> None:
    hashes = tuple(each.hash for each in read_ledger(workspace, SLUG).signatures)
    file.write_text(_without(2)(file.read_text("utf-8")), "utf-8")
    assert _codes(workspace) == []  # the chain by itself cannot tell
    remember(workspace, SLUG, hashes)
    assert _codes(workspace) == ["A024"]


def test_a_whole_file_that_is_gone_is_found_by_the_record(workspace: Path, file: Path) -> None:
    remember(workspace, SLUG, tuple(each.hash for each in read_ledger(workspace, SLUG).signatures))
    file.unlink()
    assert _codes(workspace) == ["A024"]


@needs_git
def test_a_cut_off_end_is_found_by_the_version_control(workspace: Path, file: Path) -> None:
    for command in (("init", "-q"), ("add", "issues"), ("commit", "-qm", "signed")):
        git(workspace, *command)
    assert _codes(workspace) == []
    file.write_text(_without(2)(file.read_text("utf-8")), "utf-8")
    assert _codes(workspace) == ["A024"]


def test_signatures_of_another_issue(workspace: Path, file: Path) -> None:
    other = workspace / "issues" / "issue-002"
    shutil.copytree(file.parent, other)
    ledger = read_ledger(workspace, "issue-002")
    codes = {each.rule.code for each in chain_faults(ledger, workspace, DAY, ())}
    assert codes == {"A022"}


def test_a_clock_set_back(workspace: Path) -> None:
    give(workspace, Stage.FIRST_REVIEW, "周岚", hours=5)
    give(workspace, Stage.SECOND_REVIEW, "沈亦秋", hours=4)
    assert _codes(workspace) == ["A023"]


def test_one_person_in_two_reviews_and_a_stage_too_early(workspace: Path) -> None:
    give(workspace, Stage.FIRST_REVIEW, "周 岚")
    give(workspace, Stage.FINAL_REVIEW, "周岚")
    issue = issue_in(workspace)
    found = examined(issue, DAY)
    codes = {each.rule.code for each in order_faults(found.ledger.signatures, found.holding, issue)}
    assert codes == {"A027", "A028"}


@pytest.mark.parametrize("text", ["- {stage", "stage: 初审\n", "- {stage: 初审}\n", "[", "\ufeff\x00"])
def test_a_damaged_file_is_told_in_its_place_and_stays(text: str, workspace: Path, file: Path) -> None:
    file.write_text(text, "utf-8")
    found = looked_into(workspace)
    assert found.broken
    assert all(each.at is not None and each.at.file.endswith(FILE) for each in found.broken)
    assert file.read_text("utf-8") == text


def test_comments_and_lines_of_the_file_are_kept(workspace: Path, file: Path) -> None:
    before = file.read_bytes() + "# 王老师出差，周四补签".encode()
    file.write_bytes(before)
    give(workspace, Stage.FIRST_PROOF, "何翀")
    assert file.read_bytes().startswith(before)
    assert _codes(workspace) == []


CHANGES = {
    "opening": edit(f"issues/{SLUG}/articles/opening.md", "梁启舟", "梁启周"),
    "contest": edit(f"issues/{SLUG}/articles.yaml", "六支队伍出征", "七支队伍出征"),
    "library": edit(f"issues/{SLUG}/photos.yaml", "靠窗的座位", "靠门的座位"),
    "": edit("issues/publication.yaml", "示例大道88号", "示例大道89号"),
}


@pytest.mark.parametrize("changed", CHANGES, ids=lambda name: name or "publication")
def test_a_change_voids_just_the_signatures_over_it(changed: str, workspace: Path) -> None:
    stories = ("opening", "contest", "library")
    for story in stories:
        give(workspace, Stage.FIRST_REVIEW, "周岚", f"story {story}")
    give(workspace, Stage.FIRST_PROOF, "何翀", "page 1", stories=stories[:2])
    give(workspace, Stage.FINAL_REVIEW, "陶景和")
    CHANGES[changed](workspace)
    void = {each.signature.of for each in looked_into(workspace).void}
    wanted = {"issue"} | ({f"story {changed}"} if changed else set())
    assert void == wanted | ({"page 1"} if changed in stories[:2] else set())


@pytest.mark.parametrize(
    ("changed", "place", "words"),
    [
        ("opening", f"issues/{SLUG}/articles/opening.md:3", ("梁启舟", "梁启周", "opening")),
        ("contest", f"issues/{SLUG}/articles.yaml", ("六支", "七支", "contest")),
        ("library", f"issues/{SLUG}/photos.yaml", ("靠窗", "靠门", "photo lamp")),
    ],
)
def test_the_line_that_changed_is_named(
    changed: str, place: str, words: tuple[str, ...], workspace: Path, file: Path
) -> None:
    CHANGES[changed](workspace)
    for why in looked_into(workspace).outstanding:
        assert why.at is not None
        assert f"{why.at.file}:{why.at.line}".startswith(place)
        assert all(word in why.message for word in words), why.message


def test_a_photo_with_other_bytes_voids(workspace: Path, file: Path) -> None:
    photo = workspace / "issues" / SLUG / "photos" / "lamp.jpg"
    photo.write_bytes(photo.read_bytes() + b"\0")
    assert len(looked_into(workspace).void) == 3


def test_a_kept_statement_that_was_edited_says_nothing(workspace: Path, file: Path) -> None:
    for kept in (file.parent / "signed").iterdir():
        kept.write_text(kept.read_text("utf-8").replace("梁启舟", "某某某"), "utf-8")
    CHANGES["opening"](workspace)
    assert all("某某某" not in why.message for why in looked_into(workspace).outstanding)


def test_what_was_signed_in_order_stays_so_when_something_else_changes(workspace: Path) -> None:
    give(workspace, Stage.FIRST_REVIEW, "周岚")
    for story in ("opening", "contest", "library"):
        give(workspace, Stage.SECOND_REVIEW, "沈亦秋", f"story {story}")
    CHANGES["opening"](workspace)
    give(workspace, Stage.FIRST_REVIEW, "周岚")
    give(workspace, Stage.SECOND_REVIEW, "沈亦秋", "story opening")
    issue = issue_in(workspace)
    found = examined(issue, DAY)
    assert (len(found.void), found.outstanding) == (2, ())
    assert not list(order_faults(found.ledger.signatures, found.holding, issue))


def test_signing_again_replaces_what_is_void(workspace: Path, file: Path) -> None:
    CHANGES["opening"](workspace)
    assert len(looked_into(workspace).unreplaced) == 3
    reviewed(workspace)
    found = looked_into(workspace)
    assert (found.outstanding, len(found.void), found.broken) == ((), 3, ())


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_character_of_a_signature_changes_unseen(data: st.DataObject, workspace: Path) -> None:
    file = workspace / "issues" / SLUG / FILE
    text = file.read_text("utf-8") if file.is_file() else reviewed(workspace).read_text("utf-8")
    body = text.index("- {")
    spot = data.draw(st.integers(body, len(text) - 1))
    letter = data.draw(st.sampled_from("0a 周-:\"'#\n"))
    spoilt = text[:spot] + letter + text[spot + 1 :]
    before = read_ledger(workspace, SLUG).signatures
    file.write_text(spoilt, "utf-8")
    try:
        same = read_ledger(workspace, SLUG).signatures == before
        assert same or _codes(workspace), f"{text[spot - 20 : spot + 20]!r} with {letter!r}"
    finally:
        file.write_text(text, "utf-8")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(by=TEXT.filter(bool), note=TEXT)
def test_any_name_and_note_are_read_as_written(by: str, note: str, tmp_path_factory) -> None:
    from newsletter.signing.chain import beginning, hash_of
    from newsletter.signing.ledger import append

    workspace = tmp_path_factory.mktemp("any")
    ledger = read_ledger(workspace, SLUG)
    draft = Signature(
        issue=SLUG, stage=Stage.READING, by=by, time="2026-06-20T09:00:00+08:00", of="issue",
        content="0" * 64, note=note, prev=beginning(SLUG), hash="",
    )  # fmt: skip
    append(ledger, draft.model_copy(update={"hash": hash_of(draft)}))
    read = read_ledger(workspace, SLUG)
    assert [(each.by, each.note) for each in read.signatures] == [(by, note)]
    assert not list(chain_faults(read, workspace, DAY, ()))


FIELDS = {
    "issue": "issue-009",
    "stage": Stage.READING,
    "by": "某某",
    "time": "2026-06-20T08:30:00+08:00",
    "of": "story opening",
    "stories": ("opening",),
    "content": "0" * 64,
    "pages": "1" * 64,
    "note": "改",
    "prev": "2" * 64,
    "hash": "3" * 64,
    "key": "SHA256:x",
    "seal": "U1NIU0lH",
    "form": 1,
    "asked": (Stage.PRESS,),
}


def test_every_key_of_a_signature_is_tried() -> None:
    assert set(FIELDS) == set(Signature.model_fields) - {"places"}


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize("field", FIELDS)
def test_any_key_edited_is_found_in_its_line(field: str, which: int, workspace: Path, file: Path) -> None:
    given = list(read_ledger(workspace, SLUG).signatures)
    given[which] = given[which].model_copy(update={field: FIELDS[field]})
    rewrite(workspace, tuple(given))
    broken = looked_into(workspace).broken
    assert f"{file.relative_to(workspace)}:{which + 2}" in {
        f"{each.at.file}:{each.at.line}" for each in broken if each.at
    }


@pytest.mark.parametrize("field", ["key", "seal", "form", "asked", "stories", "note"])
def test_a_field_put_in_or_taken_out_and_written_anew_is_found_by_the_record(
    field: str, workspace: Path, file: Path
) -> None:
    given = read_ledger(workspace, SLUG).signatures
    remember(workspace, SLUG, tuple(each.hash for each in given))
    rewrite(workspace, rechained((given[0].model_copy(update={field: FIELDS[field]}), *given[1:])))
    codes = _codes(workspace)
    assert codes == ["A031"] if field == "seal" else "A024" in codes


def test_a_signature_of_a_day_to_come_does_not_hold_and_those_after_it_do(workspace: Path) -> None:
    give(workspace, Stage.FIRST_REVIEW, "周岚", hours=24 * 365)
    give(workspace, Stage.SECOND_REVIEW, "沈亦秋", hours=1)
    found = looked_into(workspace)
    assert [each.rule.code for each in (*found.broken, *found.outstanding)] == ["A034"]
    assert [each.by for each in found.holding] == ["沈亦秋"]
    assert not examined(issue_in(workspace), None).void  # a day that is not known is held against nobody


def test_signatures_that_one_change_voids_are_told_of_together(workspace: Path, file: Path) -> None:
    give(workspace, Stage.FIRST_PROOF, "何翀", "story opening")
    CHANGES["opening"](workspace)
    (why,) = looked_into(workspace).outstanding
    names = (
        "初审 by 周岚, 复审 by 沈亦秋, 终审 by 陶景和 of the whole issue",
        "一校 by 何翀 of story opening",
    )
    assert all(each in why.message for each in names), why.message


def test_what_is_put_back_as_it_was_holds_again(workspace: Path, file: Path) -> None:
    CHANGES["opening"](workspace)
    assert looked_into(workspace).void
    edit(f"issues/{SLUG}/articles/opening.md", "梁启周", "梁启舟")(workspace)
    assert not looked_into(workspace).void


def test_a_text_that_was_signed_without_its_signature_is_found(workspace: Path, file: Path) -> None:
    CHANGES["opening"](workspace)
    last = give(workspace, Stage.FIRST_REVIEW, "周岚")
    text = file.read_text("utf-8")
    file.write_text(text.replace(entries(text)[-1], ""), "utf-8")
    (gone,) = looked_into(workspace).broken
    assert (gone.rule.code, last.content[:16] in gone.message) == ("A024", True)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_tail_cut_off_is_found_by_the_record(data: st.DataObject, tmp_path_factory) -> None:
    workspace = good_workspace(tmp_path_factory.mktemp("tail") / "workspace")
    count = data.draw(st.integers(1, 5))
    for number in range(count):
        give(workspace, Stage.FIRST_PROOF, "何翀", "issue", hours=number)
    given = read_ledger(workspace, SLUG).signatures
    remember(workspace, SLUG, tuple(each.hash for each in given))
    left = data.draw(st.integers(0, count - 1))
    rewrite(workspace, given[:left])
    assert _codes(workspace) == ["A024"]
