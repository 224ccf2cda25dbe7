"""Another printer, another day, ten times the run."""

from dataclasses import replace

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    issue = expected.issue
    assert issue is not None
    printer = issue.publication.printer.model_copy(update={"name": "另一印务有限公司"})
    publication = issue.publication.model_copy(update={"printer": printer})
    order = issue.sheet.print.model_copy(update={"run": 300, "date": issue.sheet.print.date.replace(day=3)})
    sheet = issue.sheet.model_copy(update={"print": order})
    changed = issue.model_copy(update={"publication": publication, "sheet": sheet})
    return replace(expected, issue=changed)
