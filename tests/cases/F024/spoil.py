"""Another format was approved."""

from dataclasses import replace

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    return replace(expected, width=140.0)
