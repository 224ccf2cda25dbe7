import pytest

from newsletter.commission import Outcome
from newsletter.diagnostics import Diagnostic, Rule, Severity, Span, Spot
from newsletter.lengths import Mm

SOURCE = "- id: founding\n  headline: 光谷光电产教联合体在我院成立，首批企业12家\n\tdeck: 副题\n"


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "issues" / "issue-001"
    folder.mkdir(parents=True)
    (folder / "articles.yaml").write_text(SOURCE, "utf-8")
    return tmp_path


@pytest.fixture
def outcome():
    file = "issues/issue-001/articles.yaml"
    law = Rule("L016", "called_a_paper", Severity.ERROR, "…", authority="neibu-2015#14.2")
    house = Rule("C011", "set_right", Severity.NOTE, "…")
    fit = Rule("Y001", "overset_text", Severity.WARNING, "…")
    return Outcome(
        "issue-001",
        (
            Diagnostic(law, Span(file, 2, 15, 5), "《founding》 says “产教联合体”.", "Say so: a, b."),
            Diagnostic(house, Span(file, 2, 30, 2), "Set right:\n100% digits."),
            Diagnostic(fit, None, "Overset.", spot=Spot(3, Mm(10), Mm(20), Mm(30), Mm(40))),
            Diagnostic(fit, None, "Nowhere."),
        ),
    )
