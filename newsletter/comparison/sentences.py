"""Text cut into sentences, Chinese and Latin; nothing is lost: joined they are the text again."""

import re

SENTENCE = re.compile(
    r"""(?s).*?(?:
        (?:[。！？!?；;]|…+|\.(?=\s|$))+[”’」』）)】》"]*   # an end, and what closes after it
        |\n                                                # the end of a paragraph
        |\Z)\n?""",
    re.VERBOSE,
)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each with its end and the paragraph's end after it."""
    return tuple(each for each in SENTENCE.findall(text) if each)
