"""The printed number lacks its end."""

from dataclasses import replace

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    issue = expected.issue
    assert issue is not None
    permit = issue.publication.permit.model_copy(update={"number": "(鄂)4201-2026000/连续"})
    publication = issue.publication.model_copy(update={"permit": permit})
    changed = issue.model_copy(update={"publication": publication})
    return replace(expected, issue=changed)
