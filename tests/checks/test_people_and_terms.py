"""People against one another and against names.yaml; words against terms.yaml."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.people import _alike
from newsletter.checks.terms import _places
from newsletter.issue import Term
from tests.checks.terminal import Said, concise, edit, good_workspace, write

COPY = "issues/issue-001/articles/library.md"
NAMES, TERMS = "issues/names.yaml", "issues/terms.yaml"


def _said(tmp_path: Path, words: str, names: str = "", terms: str = "") -> Said:
    workspace = good_workspace(tmp_path / "workspace")
    edit(COPY, "自修室每天", f"{words}自修室每天")(workspace)
    for file, text in ((NAMES, names), (TERMS, terms)):
        if text:
            write(file, text)(workspace)
    return concise(workspace, "check")


@pytest.mark.parametrize(
    "words",
    [
        "院长王晓明说好，院长王小明也说好。",
        "党委书记李思远讲话，党委书记李思源参加。",
        "主任陈一鸣、主任陈一名。",
        "张文静教授来了，张文婧教授走了。",
    ],
)
def test_one_name_in_two_ways_is_found(words: str, tmp_path: Path) -> None:
    assert "C080" in _said(tmp_path, words).codes


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("院长王晓明说好，书记王小明也说好。", ""),
        ("教授王晓明、教授王晓东。", ""),
        ("主任王明、主任王敏。", ""),
        ("院长王晓明说好，院长王小明也说好。", "- 王晓明\n- 王小明\n"),
        ("公司副总经理和公司代总经理都来了。", ""),
        ("学院副院长林栖梧、院长梁启舟。", ""),
    ],
)
def test_two_people_are_let_pass(words: str, names: str, tmp_path: Path) -> None:
    assert not {"C080", "C081"} & _said(tmp_path, words, names).codes


@pytest.mark.parametrize(
    ("office", "words", "found"),
    [
        ("党委书记", "院长王晓明讲话。", True),
        ("副院长", "院长王晓明讲话。", True),
        ("常务副院长", "副院长王晓明讲话。", False),
        ("[党委书记, 教授]", "王晓明教授讲话。", False),
        ("党委书记", "王晓明老师讲话。", False),
        ("党委书记", "学院党委书记王晓明讲话。", False),
    ],
)
def test_offices_are_compared(office: str, words: str, found: bool, tmp_path: Path) -> None:
    said = _said(tmp_path, words, f"- {{name: 王晓明, office: {office}}}\n")
    assert ("C082" in said.codes) == found, said.out


@given(st.text("王李晓小明鸣", max_size=4), st.text("王李晓小明鸣", max_size=4))
def test_likeness_of_names_goes_both_ways(one: str, other: str) -> None:
    assert _alike(one, other) == _alike(other, one)
    assert not _alike(one, one)


WORDS = st.text("甲乙丙丁", min_size=1, max_size=3)


@given(WORDS, WORDS, st.text("甲乙丙丁，", max_size=12))
def test_a_term_is_found_where_it_stands_and_its_advice_is_let_pass(
    word: str, advice: str, text: str
) -> None:
    found = list(_places(Term(term=word, advice=advice), text))
    assert all(text.startswith(word, at) for at in found)
    assert not list(_places(Term(term=word, unless=(text,)), text)) or word not in text
    if word in advice:
        assert not list(_places(Term(term=word, advice=advice), advice * 1))


def test_two_thousand_terms_are_borne(tmp_path: Path) -> None:
    terms = "".join(f"- {{term: 词语{number}号, advice: 另一个}}\n" for number in range(2000))
    assert _said(tmp_path, "词语77号。", terms=terms).places("C084")[0].startswith(COPY)


def test_damaged_lists_are_findings_beside_others(tmp_path: Path) -> None:
    said = _said(tmp_path, "二○二六年。", names="- [周岚\n", terms="- {term: 甲\n")
    assert {"M005", "C064"} <= said.codes
    assert {place.partition(":")[0] for place in said.places("M005")} == {NAMES, TERMS}
