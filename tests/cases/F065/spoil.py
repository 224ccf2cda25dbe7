"""Objects in streams, where the shop asks for PDF/X-1a."""

import dataclasses

import pikepdf

from newsletter.press import Expectation

SAVE = {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "force_version": "1.5"}


def expect(expected: Expectation) -> Expectation:
    assert expected.condition is not None
    return dataclasses.replace(expected, condition=expected.condition.model_copy(update={"level": "x-1a"}))
