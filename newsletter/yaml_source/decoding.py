"""Bytes to text: UTF-8 with or without a mark; any other encoding is named, not guessed at."""

import codecs

from newsletter.diagnostics import Diagnostic, Span
from newsletter.yaml_source import faults

LARGEST = 2_000_000
FOREIGN = (
    (b"PK\x03\x04", "Word (.docx)"),
    (b"\xd0\xcf\x11\xe0", "Word (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
    (b"\xff\xd8\xff", "JPEG"),
)
"""How files begin that are no text, whatever their name says."""
WIDE_MARKS = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the file's text, or none and why it has none."""
    if len(data) > LARGEST:
        return None, (faults.file_too_big(Span(file), len(data), LARGEST),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (faults.not_utf_8(_place(data, error.start, file), _encoding(data)),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _place(data: bytes, offset: int, file: str) -> Span:
    """Return line and column of a byte, as far as the text before it can be read."""
    before = data[:offset].decode("utf-8", "replace")
    return Span(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _encoding(data: bytes) -> str:
    """Return the name of the encoding or kind of file that the bytes look like, or nothing."""
    for mark, name in (*FOREIGN, *WIDE_MARKS):
        if data.startswith(mark):
            return name
    if b"\0" in data[:200]:
        return "UTF-16"
    return next((name for name in ("GB18030", "Big5") if _reads(data, name)), "").replace("GB18030", "GBK")


def _reads(data: bytes, encoding: str) -> bool:
    """Return whether the bytes are text in that encoding."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
