"""The good press file, made once per session, and what it is held against."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from newsletter.condition import open_condition
from newsletter.issue import Issue, Permit, Printer, PrintOrder, Publication, Sheet
from newsletter.lengths import Mm
from newsletter.press import Expectation, FinishOrder, expected_of, finish

HERE = Path(__file__).parent
EAST = datetime.timezone(datetime.timedelta(hours=8))


@pytest.fixture(scope="session")
def proof(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The engine's PDF."""
    folder = tmp_path_factory.mktemp("proof")
    subprocess.run([sys.executable, HERE / "proof.py", folder], check=True)
    return (folder / "proof.pdf").read_bytes()


@pytest.fixture(scope="session")
def order() -> FinishOrder:
    """The order that the good press file is finished to."""
    return FinishOrder(
        width=Mm(148.0),
        height=Mm(210.0),
        bleed=Mm(3.0),
        border=Mm(12.0),
        condition=open_condition("newsprint", HERE),
        title="光谷产教之窗 第6期",
        date=datetime.datetime(2026, 6, 30, 8, tzinfo=EAST),
    )


@pytest.fixture(scope="session")
def good(proof: bytes, order: FinishOrder) -> bytes:
    """The good press file."""
    return finish(proof, order)


@pytest.fixture(scope="session")
def issue() -> Issue:
    """The issue that the good press file prints."""
    publication = Publication(
        name="光谷产教之窗",
        publisher="示例职业技术学院",
        permit=Permit(label="湖北省内部资料准印证号", number="(鄂)4201—2026000/连"),
        notice="内部资料 免费交流",
        recipients="校内各部门、各二级学院",
        printer=Printer(name="示例印务有限公司"),
    )
    sheet = Sheet(number=6, total=128, print=PrintOrder(date=datetime.date(2026, 7, 2), run=3000))
    return Issue(slug="issue-006", workspace=HERE, folder=HERE, publication=publication, sheet=sheet)


@pytest.fixture(scope="session")
def expected(order: FinishOrder, issue: Issue) -> Expectation:
    """What the good press file must be."""
    return expected_of(order, page_count=2, issue=issue)
