"""What is wrong with a translation: nothing said, other placeholders, ASCII marks between Han."""

import re
from collections.abc import Iterator
from string import Formatter

from babel.messages.catalog import Message

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
SPOKEN = re.compile(r"`[^`]*`|“[^“]*?[ -~][^”]*”|\(鄂\)\S*|\"…\"|'…'|[：“]+“ ” ，【 】")
"""What is quoted as typed: commands, values between quotation marks, permit numbers, marks themselves."""
LITERAL = ("Look for [ or {", "Look for \" or '")
"""Beginnings of sentences about the marks themselves."""
FULL = "，。、；：？！“”‘’（）《》…—"
MARKS = (
    (re.compile(rf"[{HAN}{FULL}][,;:?!]|[,;:?!][{HAN}]"), "an ASCII mark"),
    (re.compile(rf"[{HAN}]\.(?![\w*/])"), "an ASCII full stop"),
    (re.compile(rf"[{HAN}{FULL}][\"']|[\"'][{HAN}{FULL}]"), "a straight quote"),
    (re.compile(rf"[{HAN}]\(|\([{HAN}]|[{HAN}]\)"), "ASCII brackets"),
    (re.compile(rf"[{HAN}{FULL}] +[{HAN}{FULL}]"), "a space between Han"),
)


def faults(message: Message) -> Iterator[str]:
    """Yield what is wrong with the translation of a message."""
    singular, said = strings(message)
    if message.fuzzy:
        yield "fuzzy"
    if not said:
        yield "not translated"
        return
    if singular.startswith(LITERAL):
        return
    expected, found = placeholders(singular), placeholders(said)
    if expected != found and placeholders(plural(message)) != found:
        yield f"placeholders {sorted(found)} for {sorted(expected)}"
    yield from _marks(SPOKEN.sub("`", said))
    if ends_a_sentence(singular) != said.endswith(("。", "！", "？")):
        yield "one ends like a sentence, the other does not"


def strings(message: Message) -> tuple[str, str]:
    """Return a message's source in the singular and its translation."""
    source = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
    said = message.string[0] if isinstance(message.string, (tuple, list)) else message.string
    return source, said or ""


def plural(message: Message) -> str:
    """Return the source in the plural, where there is one, else as it is."""
    return message.id[-1] if isinstance(message.id, (tuple, list)) else message.id


def ends_a_sentence(text: str) -> bool:
    """Return whether a text closes with a full stop or a question mark."""
    return text.endswith((".", "?", "!")) and not text.endswith("...")


def placeholders(text: str) -> set[tuple[str, str]]:
    """Return the names between braces with their formats; text that is no format string has none."""
    try:
        parsed = list(Formatter().parse(text))
    except ValueError:
        return set()
    return {(name, layout or "") for _text, name, layout, _conversion in parsed if name is not None}


def _marks(said: str) -> Iterator[str]:
    for pattern, name in MARKS:
        if found := pattern.search(said):
            yield f"{name} in “{said[max(found.start() - 5, 0) : found.end() + 5]}”"
