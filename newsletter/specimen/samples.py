"""The specimen's copy, read from ``specimen.yaml``."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from newsletter.copy_source import read_copy
from newsletter.issue import Article
from newsletter.lengths import Pt
from newsletter.yaml_source import Listing, Node, Scalar, read_yaml

FILE = Path(__file__).with_name("specimen.yaml")


class Record(BaseModel):
    """A frozen part of the specimen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """A sample of running text: the rule it shows, the punctuation style it wants, its Markdown."""

    rule: str
    text: str
    punctuation: Literal["quanjiao", "kaiming", "banjiao"] | None = None

    @property
    def article(self) -> Article:
        """The sample as a story."""
        return Article(id=self.rule, manuscript=read_copy(self.text, FILE.name).manuscript)


class Headline(Record):
    """A sample headline: the rank whose face it has, its largest size, its count of lines."""

    rule: str
    rank: str
    size: Pt
    lines: int
    text: str


class Band(Record):
    """A band of the page: its own texts or headlines, or else all texts, in columns of its measure in em."""

    measure: float
    title: str
    texts: tuple[Text, ...] = ()
    headlines: tuple[Headline, ...] = ()


class Specimen(Record):
    """All of the specimen's copy."""

    title: str
    deck: str
    bands: tuple[Band, ...]
    texts: tuple[Text, ...]

    def texts_of(self, band: Band) -> tuple[Text, ...]:
        """Return the texts of a band."""
        return band.texts if band.texts or band.headlines else self.texts


@cache
def copy_of_specimen() -> Specimen:
    """Return the copy that travels with the package."""
    node, _faults = read_yaml(FILE.read_text("utf-8"), FILE.name)
    assert node is not None
    return Specimen.model_validate(_plain(node))


def _plain(node: Node) -> Any:
    """Return a node as plain data."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {each.key: _plain(each.value) for each in node}
