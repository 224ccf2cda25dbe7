"""How statements were written when they were signed: no byte of a form may ever change."""

import hashlib
from pathlib import Path

import pytest

from newsletter.diagnostics import Span
from newsletter.issue import (
    Article,
    Issue,
    PagePlan,
    Photo,
    PrintOrder,
    Publication,
    Rank,
    Sheet,
    Signature,
    SignOff,
)
from newsletter.manuscript import Block, Emphasis, Manuscript, Paragraph, Run
from newsletter.signing import chain
from newsletter.signing.statement import FORM, UNPRINTED, hash_of, statement
from newsletter.stage import Stage

FIRST = """\
publication · name	示例之窗
publication · press	newsprint
issue · number	6
issue · print	{"date": "2026-07-02", "run": 800, "samples": "2026-07-03"}
issue · pages	[{"page": 1, "name": "要闻", "articles": ["opening"]}]
opening · id	opening
opening · file	articles/opening.md
opening · headline	开学典礼
opening · rank	lead
opening · photos	["field"]
opening	四千新生走进校园。
opening	小标题	["crosshead", "", 0, [], [], [["plain", 3]]]
opening	把手练巧	["text", "", 0, [], [], [["plain", 1], ["strong", 3]]]
photo field · id	field
photo field · file	photos/field.jpg
photo field · caption	新生列队
photo field · bytes	9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a
"""
SECOND = FIRST.replace(', "samples": "2026-07-03"', "")


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    """Return an issue with something of every kind that a statement says."""
    folder = tmp_path / "issues" / "issue-006"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "field.jpg").write_bytes(bytes((1, 2, 3, 4)))
    at = Span("articles/opening.md")
    copy = (
        Paragraph(Block.TEXT, (Run("四千新生走进校园。"),), at),
        Paragraph(Block.CROSSHEAD, (Run("小标题"),), at),
        Paragraph(Block.TEXT, (Run("把"), Run("手练巧", Emphasis.STRONG)), at),
    )
    return Issue(
        workspace=tmp_path,
        folder=folder,
        slug="issue-006",
        publication=Publication(
            name="示例之窗", press="newsprint", sign_off=SignOff(required=(Stage.PRESS,))
        ),
        sheet=Sheet(
            number=6,
            print=PrintOrder(date="2026-07-02", run=800, samples="2026-07-03"),
            pages=(PagePlan(page=1, name="要闻", articles=("opening",)),),
        ),
        articles=(
            Article(
                id="opening",
                file="articles/opening.md",
                headline="开学典礼",
                rank=Rank.LEAD,
                photos=("field",),
                manuscript=Manuscript(copy),
            ),
        ),
        photos=(Photo(id="field", file="photos/field.jpg", caption="新生列队"),),
    )


@pytest.mark.parametrize(("form", "text"), [(1, FIRST), (2, SECOND)])
def test_a_form_is_written_as_it_was_for_ever(form: int, text: str, issue: Issue) -> None:
    lines = statement(issue, "issue", form=form)
    assert lines is not None
    assert "".join(each.written for each in lines) == text
    assert hash_of(lines) == hashlib.sha256(text.encode()).hexdigest()


def test_every_form_is_held_by_a_test() -> None:
    assert (FORM, set(UNPRINTED)) == (2, {1, 2})


def test_signatures_of_both_forms_keep_their_hashes() -> None:
    first = Signature(
        issue="issue-006", stage=Stage.READING, by="周岚", time="2026-06-20T09:00:00+08:00", of="page 1",
        stories=("opening",), content="0" * 64, pages="1" * 64, note="改后付印", prev="2" * 64, hash="", key="K",
    )  # fmt: skip
    second = first.model_copy(update={"form": 2, "asked": (Stage.FIRST_REVIEW, Stage.PRESS)})
    assert (chain.hash_of(first), chain.hash_of(second)) == (
        "ca3274b6e4b7c96c2a967a8769d288870874367948c832e86f90eb355f91a99d",
        "019560aa8099974207f113d417d83de37f6ce84a1540a93007927482d0b5f744",
    )
    assert chain.beginning("issue-006") == "110cfd680358cbb4059442d1b62b77bf92040ab509811eb922ee66e43bfef8a3"
