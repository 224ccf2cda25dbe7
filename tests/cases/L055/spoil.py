"""The paper has another name."""

from dataclasses import replace

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    issue = expected.issue
    assert issue is not None
    publication = issue.publication.model_copy(update={"name": "光谷产教之光"})
    changed = issue.model_copy(update={"publication": publication})
    return replace(expected, issue=changed)
