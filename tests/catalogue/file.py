"""The catalogue's file: read, brought up to date with the sources, written and compiled."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from newsletter.language import CATALOGUES, DOMAIN
from tests.catalogue.filling import filled
from tests.catalogue.sources import Text

LANGUAGE = "zh_CN"
FILE = CATALOGUES / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.po"
COMMENT = (
    "# Messages of newsletter in Chinese. `make catalogue` brings this file up to date with the sources."
)
HEADERS = [
    ("Project-Id-Version", "newsletter"),
    ("Language", LANGUAGE),
    ("Plural-Forms", "nplurals=1; plural=0;"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit\n"),
]
WIDTH = 110


class Catalogue(Catalog):
    """A catalogue whose header names no day and no program: the same strings make the same file."""

    def __init__(self) -> None:
        super().__init__(locale=LANGUAGE, fuzzy=False, header_comment=COMMENT)

    mime_headers: Any = property(lambda _self: HEADERS)


def read(path: Path = FILE) -> Catalog:
    """Return the catalogue as its file has it; an empty one where there is no file."""
    if not path.is_file():
        return Catalogue()
    with path.open("rb") as stream:
        return read_po(stream, locale=LANGUAGE)


def merged(old: Catalog, texts: Iterable[Text]) -> Catalogue:
    """Return a catalogue of these texts in their files' order, with the translations there are."""
    new = Catalogue()
    for text in sorted(texts, key=lambda each: each.file):
        key = (text.message, text.plural) if text.plural else text.message
        known = old.get(text.message)
        added = new.add(key, _translation(known, text), [(text.file, None)], auto_comments=_comments(text))
        added.flags.discard("python-format")
    return new


def _translation(known: Message | None, text: Text) -> Any:
    """Return the translation of a text; a text that gained or lost its plural keeps its words."""
    said = known.string if known is not None and not known.fuzzy else ""
    first = said[0] if isinstance(said, (tuple, list)) else said
    if text.prose:
        return filled(first)
    return (first,) if text.plural else first


def _comments(text: Text) -> tuple[str, ...]:
    return (text.comment,) if text.comment else ()


def write(catalogue: Catalogue, path: Path = FILE) -> None:
    """Write the catalogue's file and the compiled one beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)
    compile_into(path.with_suffix(".mo"), catalogue)


def compile_into(path: Path, catalogue: Catalog) -> None:
    """Write the compiled catalogue that the tool reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_mo(stream, catalogue)
