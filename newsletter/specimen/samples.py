"""The specimen's copy, read from ``specimen.yaml``."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from newsletter.copy_source import read_copy
from newsletter.issue import Article, Rank
from newsletter.layout import Layout
from newsletter.manuscript import DOTS
from newsletter.yaml_source import Listing, Node, Scalar, read_yaml

FILE = Path(__file__).with_name("specimen.yaml")


class Record(BaseModel):
    """A frozen part of the specimen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """A sample of running text: the rule it shows, its Markdown, and what it asks of the layout.

    ``looseness`` asks its paragraphs for so many lines more or fewer. It stands in ``legs`` beside each
    other, next to a vertical ``headline`` with its ``kicker``.
    """

    rule: str
    text: str
    punctuation: Literal["quanjiao", "kaiming", "banjiao"] | None = None
    line_start: Literal["half", "full"] | None = None
    line_end: Literal["half", "full", "either"] | None = None
    stress: Literal["dots"] | None = None
    looseness: int = 0
    legs: int = 1
    headline: str = ""
    kicker: str = ""

    @property
    def article(self) -> Article:
        """The sample as a story."""
        manuscript = read_copy(self.text, FILE.name).manuscript
        return Article(id=self.rule, headline=self.headline, kicker=self.kicker, manuscript=manuscript)

    def layout(self, layout: Layout) -> Layout:
        """Return a layout that does what the sample asks for."""
        edges = {"line_start": self.line_start, "line_end": self.line_end}
        styles = dict(layout.styles)
        if self.stress:
            styles["body"] = styles["body"].model_copy(update={"stress": DOTS})
        return layout.model_copy(
            update={
                "punctuation": self.punctuation or layout.punctuation,
                "composition": layout.composition.model_copy(
                    update={key: value for key, value in edges.items() if value}
                ),
                "styles": styles,
            }
        )


class Headline(Record):
    """A sample headline: the rank whose face and steps it has, its count of lines, what stands with it."""

    rule: str
    rank: Rank
    lines: int
    text: str
    kicker: str = ""
    deck: str = ""

    @property
    def article(self) -> Article:
        """The sample as a story without copy."""
        return Article(id=self.rule, headline=self.text, kicker=self.kicker, deck=self.deck, rank=self.rank)


class Band(Record):
    """A band of the page: its own texts or headlines, or else all texts, in columns of its measure in em.

    Columns are filled one after the other, or in rows ``across`` them.
    """

    measure: float
    title: str
    across: bool = False
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
