"""The running number is printed, the issue number is another."""

from dataclasses import replace

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    issue = expected.issue
    assert issue is not None
    sheet = issue.sheet.model_copy(update={"number": 128})
    changed = issue.model_copy(update={"sheet": sheet})
    return replace(expected, issue=changed)
