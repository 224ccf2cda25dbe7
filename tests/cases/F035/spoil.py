"""The shop asks for PDF/X-1a; page 2 is transparent."""

from dataclasses import replace

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    assert expected.condition is not None
    return replace(expected, condition=expected.condition.model_copy(update={"level": "x-1a"}))
