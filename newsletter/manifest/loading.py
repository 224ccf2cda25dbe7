"""The load of an issue: publication, sheet, stories and photos, with every fault of every file at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from newsletter.copy_source import Correction
from newsletter.diagnostics import Span, Staged
from newsletter.issue import Article, Issue, Photo, Publication, Sheet
from newsletter.language import _
from newsletter.manifest import faults
from newsletter.manifest.binding import Binder
from newsletter.manifest.files import Files
from newsletter.manifest.fillers import FILE as FILLERS
from newsletter.manifest.fillers import fillers
from newsletter.manifest.known_names import FILE as NAMES
from newsletter.manifest.known_names import known_names
from newsletter.manifest.paths import spelled
from newsletter.manifest.permit_shapes import FILE as SHAPES
from newsletter.manifest.permit_shapes import permit_shapes
from newsletter.manifest.permits import other_permits
from newsletter.manifest.series import all_sheets, siblings
from newsletter.manifest.stories import R, Stories
from newsletter.manifest.terms import FILE as TERMS
from newsletter.manifest.terms import terms
from newsletter.rulebook import in_order
from newsletter.yaml_source import Listing, Node

PUBLICATION = "publication.yaml"
LEFT_BEHIND = (".", "~$")
"""How files begin that a Mac or an open Word puts beside others; nobody has written them."""
AS_THEY_ARE: Mapping[Path, str] = MappingProxyType({})
"""No drafts: every file is read."""


def load(workspace: Path, slug: str, drafts: Mapping[Path, str] = AS_THEY_ARE) -> Staged[Issue]:
    """Return the issue of that folder name with everything that is wrong with its files.

    The value is none only where neither the sheet nor a single story can be read; else it is as much of
    the issue as there is, and `Issue.unread` names the manifests of which something is missing.
    ``drafts`` are texts to be read in place of what files hold.
    """
    return _Loading(workspace, slug, drafts).issue()


def corrections(
    workspace: Path, slug: str, drafts: Mapping[Path, str] = AS_THEY_ARE
) -> tuple[Correction, ...]:
    """Return what would set the issue's files right, as `check` reports it under C011, C012, C095, C096."""
    loading = _Loading(workspace, slug, drafts)
    loading.issue()
    return tuple(loading.stories.corrections)


@dataclass(slots=True)
class _Loading:
    """One load under way."""

    workspace: Path
    slug: str
    drafts: Mapping[Path, str]
    binder: Binder = field(default_factory=Binder)
    unread: set[str] = field(default_factory=set)
    folder: Path = field(init=False)
    files: Files = field(init=False)
    stories: Stories = field(init=False)

    def __post_init__(self) -> None:
        self.folder = self.workspace / "issues" / self.slug
        self.files = Files(self.workspace, self.drafts)
        self.stories = Stories(self.folder, self.files, self.binder)

    def issue(self) -> Staged[Issue]:
        """Return the issue and what was noticed."""
        sheet = self._single(self.folder / "issue.yaml", Sheet)
        publication = self._publication(sheet.publication if sheet else "")
        articles = self._articles()
        photos = self._photos(articles)
        self._strays(articles)
        whole = self._whole(publication, sheet, articles, photos)
        diagnostics = in_order((*self.files.reports, *self.binder.reports))
        return Staged(None if sheet is None and not articles else whole, diagnostics)

    def _whole(
        self,
        publication: Publication | None,
        sheet: Sheet | None,
        articles: tuple[Article, ...],
        photos: tuple[Photo, ...],
    ) -> Issue:
        """Return the issue with what the workspace may have besides: names, terms, shapes, fillers."""
        sheet, sheets = sheet or Sheet(), all_sheets(self.workspace)
        return Issue(
            slug=self.slug,
            workspace=self.workspace,
            folder=self.folder,
            publication=publication or Publication(),
            sheet=sheet,
            articles=articles,
            photos=photos,
            names=known_names(self._optional(NAMES), self.binder),
            terms=terms(self._optional(TERMS), self.binder),
            permit_shapes=permit_shapes(self._optional(SHAPES), self.binder),
            siblings=siblings(sheets, self.slug, sheet.publication),
            other_permits=other_permits(self.workspace, sheets, sheet.publication),
            fillers=fillers(self._optional(FILLERS), self.binder, self.stories),
            unread=frozenset(self.unread),
        )

    def _publication(self, own: str) -> Publication | None:
        """Return the record of the publication, or the one that the issue names of its own."""
        record = self._single(self.workspace / "issues" / (Path(own).name or PUBLICATION), Publication)
        if record is None:
            self.unread.add(PUBLICATION)
        return record

    def _optional(self, name: str) -> Node | None:
        """Return a file of the workspace that may be left out."""
        return self.files.manifest(self.workspace / "issues" / name, needed=False)

    def _single(self, path: Path, kind: type[R]) -> R | None:
        """Return the record that a manifest holds."""
        node = self.files.manifest(path)
        record = None if node is None else self.binder.record(node, kind, path.name)
        if record is None:
            self.unread.add(path.name)
        return record

    def _items(self, name: str, *, needed: bool = True) -> tuple[Node, ...]:
        """Return the entries of a manifest that is a list."""
        before = len(self.files.reports)
        node = self.files.manifest(self.folder / name, needed=needed)
        if isinstance(node, Listing):
            return node.items
        if node is not None:
            self.binder.wrong(node, name, _("a list of “- key: value”"))
        if node is not None or len(self.files.reports) > before:
            self.unread.add(name)
        return ()

    def _articles(self) -> tuple[Article, ...]:
        """Return the stories; those that could not be made leave articles.yaml unread."""
        return self._made("articles.yaml", self._items("articles.yaml"), self.stories.article)

    def _photos(self, articles: tuple[Article, ...]) -> tuple[Photo, ...]:
        """Return the photos; photos.yaml is needed only where a story names one."""
        items = self._items("photos.yaml", needed=any(article.photos for article in articles))
        return self._made("photos.yaml", items, self.stories.photo)

    def _made(self, name: str, nodes: tuple[Node, ...], make: Callable[[Node], R | None]) -> tuple[R, ...]:
        """Return the records that could be made of the nodes."""
        made = [make(node) for node in nodes]
        if None in made:
            self.unread.add(name)
        return tuple(record for record in made if record is not None)

    def _strays(self, articles: tuple[Article, ...]) -> None:
        """Report copy that no story names, unless some story could not be read."""
        if "articles.yaml" in self.unread or any(article.doubtful("file") for article in articles):
            return
        named = {(self.folder / spelled(self.folder, article.file)).resolve() for article in articles}
        for path in sorted((self.folder / "articles").glob("*.md")):
            if path.resolve() not in named and not path.name.startswith(LEFT_BEHIND):
                self.binder.reports.append(faults.copy_in_no_story(Span(self.files.name(path))))
