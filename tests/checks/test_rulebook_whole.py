"""The rulebook as a whole: its size, its authorities, and that checking needs no engine."""

import re
import subprocess
import sys

import pytest

from newsletter.authorities import authorities, authority, demand
from newsletter.checks import EARLY
from newsletter.register import every_rule
from newsletter.rulebook import explain
from tests.checks.terminal import GOOD
from tests.checks.test_cases import CASES
from tests.imported import imported_rules

RULES = imported_rules()
LEAST = 70
FAMILIES = {"M", "A", "L", "C", "P", "Y", "T", "F"}


def test_there_are_rules_of_every_family() -> None:
    assert len(RULES) >= LEAST
    assert {rule.code[0] for rule in RULES} == FAMILIES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_case_a_reason_and_says_whose_it_is(rule) -> None:
    assert (CASES / rule.code / "expected.txt").read_text("utf-8").count(rule.code) >= 1
    assert rule.rationale
    cited = authority(rule.authority) if rule.authority else None
    assert (cited is not None) == ("Source: " in explain(rule))


@pytest.mark.parametrize("rule", [each for each in RULES if each.authority], ids=lambda rule: rule.code)
def test_what_is_cited_as_law_is_a_passage_that_was_seen(rule) -> None:
    """Only articles whose text is in authorities.toml may be cited; all else is advice without authority."""
    if authority(rule.authority).kind == "law":
        assert demand(rule.authority), rule.authority


def test_the_register_read_from_source_says_what_the_imported_rules_say() -> None:
    assert every_rule() == RULES


def test_no_rule_names_a_fine() -> None:
    """No amount of a fine was seen in a public text, so none is told."""
    told = [
        rule.code for rule in RULES if re.search(r"fine of|yuan|罚款", f"{rule.summary} {rule.rationale}")
    ]
    assert told == []


def test_every_authority_is_cited_or_known_by_its_articles() -> None:
    cited = {rule.authority.partition("#")[0] for rule in RULES if rule.authority}
    assert cited <= authorities().keys()


def test_checking_needs_no_engine_no_press_no_fonts() -> None:
    """The command answers at once: what typesets, reads PDF files or draws is not even imported."""
    heavy = ("weasyprint", "pikepdf", "pypdfium2", "PIL", "fontTools", "uharfbuzz", "pypinyin", "jinja2")
    program = (
        "import sys; from newsletter.cli import main\n"
        f"sys.argv = ['newsletter', '-C', {str(GOOD)!r}, 'check', '-q']\n"
        "try:\n    main()\nexcept SystemExit as end:\n    print(end.code)\n"
        f"print([each for each in {heavy!r} if each in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[-3:] == ["0", "[]", ""], done.stdout + done.stderr


def test_early_desks_are_named_once() -> None:
    assert len(set(EARLY)) == len(EARLY)
