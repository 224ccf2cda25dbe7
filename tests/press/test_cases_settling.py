"""Every fault that finishing meets is told in its own words: ``sheet.txt`` of its case holds a page.

The page is in the words of ``sheets.proof_of``, with a dark photo; ``% level x-1a`` asks for that level.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from newsletter.press import FinishOrder, finished
from tests.press.sheets import proof_of

SHEETS = sorted((Path(__file__).parents[1] / "cases").glob("F*/sheet.txt"))
DARK = (204, 204, 204, 0)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.parent.name)
def test_finishing_tells_the_fault(sheet: Path, order: FinishOrder, accepting: bool) -> None:
    content = sheet.read_text(encoding="utf-8")
    level = "x-1a" if "% level x-1a" in content else "x-4"
    asked = replace(order, condition=order.condition.model_copy(update={"level": level}))
    staged = finished(proof_of(asked, content, Image.new("CMYK", (80, 60), DARK)), asked)
    said = "".join(
        f"{each.rule.code} {each.severity} {each.message} | {each.hint}\n" for each in staged.diagnostics
    )
    assert said.startswith(sheet.parent.name)
    if accepting:
        (sheet.parent / "expected.txt").write_text(said, encoding="utf-8")
    assert said == (sheet.parent / "expected.txt").read_text(encoding="utf-8")
