"""Rules about photos: readable files, captions and credits, use, consent, the shape to keep."""

import re
from collections import Counter
from collections.abc import Iterator

from newsletter.checks.reading import title
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, Photo
from newsletter.language import _
from newsletter.photo_groups import are_portraits, group_of, shared_caption
from newsletter.rulebook import check

MOST_PHOTOS = 16
TAKEN = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
"""How the names of files end that are taken."""
"""The most photos of a story that can all be looked at on a page."""
SHAPE = re.compile(r"whole|0*[1-9]\d*(?:\.\d+)?\s*[:：]\s*0*[1-9]\d*(?:\.\d+)?", re.ASCII)


def called(photo: Photo) -> str:
    """Return what a photo is called in a message."""
    return f"《{photo.caption}》" if photo.caption else f"“{photo.id}”"


def _told_with_group(photo: Photo, issue: Issue) -> bool:
    """Return whether the caption of its group's first photo stands for a photo."""
    group = group_of(photo, issue)
    shared = None if are_portraits(group) else shared_caption(group)
    return bool(shared and shared.caption)


def _named_with_group(photo: Photo, issue: Issue) -> bool:
    """Return whether who took a photo is named under its group."""
    group = group_of(photo, issue)
    together = are_portraits(group) or shared_caption(group) is not None
    return together and any(each.credit for each in group)


@check("P002", "photo_unreadable", Severity.ERROR)
def photo_unreadable(issue: Issue) -> Iterator[Finding]:
    """A photo's file is there but cannot be read.

    It is empty, cut short in copying, or another kind of file under a photo's name.

    Way out: copy the original from the camera again.
    """
    for photo in issue.photos:
        if photo.fault in ("unreadable", "damaged") and not photo.doubtful("file"):
            message = _("The photo {name} cannot be read: {file}.").format(
                name=called(photo), file=photo.file
            )
            yield Finding(photo.at("file"), message, _("Copy the original again."))


@check("P003", "caption_without_credit", Severity.WARNING)
def caption_without_credit(issue: Issue) -> Iterator[Finding]:
    """A photo has no credit.

    A newspaper names who took each picture (署名), as it names who wrote each story.

    Way out: `credit: …`. For an old picture whose author nobody knows, a waiver with the reason.
    """
    for photo in issue.photos:
        if not photo.credit and not photo.doubtful("credit") and not _named_with_group(photo, issue):
            message = _("The photo {name} has no credit.").format(name=called(photo))
            yield Finding(photo.at("credit"), message, _("Write “credit: …”."))


@check("P004", "photo_without_caption", Severity.WARNING)
def photo_without_caption(issue: Issue) -> Iterator[Finding]:
    """A photo has no caption.

    A reader wants to know who and what is seen, when and where.

    Way out: `caption: …`.
    """
    for photo in issue.photos:
        if not photo.caption and not photo.doubtful("caption") and not _told_with_group(photo, issue):
            message = _("The photo “{id}” has no caption.").format(id=photo.id)
            yield Finding(photo.at("caption"), message, _("Write “caption: …”."))


@check("P005", "photo_used_twice", Severity.WARNING)
def photo_used_twice(issue: Issue) -> Iterator[Finding]:
    """Two stories, or one story twice, name the same photo.

    It would be printed twice in one issue.

    Way out: leave it with one of them.
    """
    first: dict[str, str] = {}
    for article in issue.articles:
        for number, photo in enumerate(article.photos):
            if photo in first:
                message = _("The photo “{id}” of {title} is already with {other}.")
                message = message.format(id=photo, title=title(article), other=first[photo])
                yield Finding(article.at(f"photos[{number}]"), message, _("Leave it with one of them."))
            first.setdefault(photo, title(article))


@check("P006", "photo_used_nowhere", Severity.WARNING)
def photo_used_nowhere(issue: Issue) -> Iterator[Finding]:
    """No story names a photo of photos.yaml.

    It will not be printed.

    Way out: name it in a story's `photos`, or take it out of photos.yaml.
    """
    if "articles.yaml" in issue.unread or any(article.doubtful("photos") for article in issue.articles):
        return
    used = Counter(photo for article in issue.articles for photo in article.photos)
    used[issue.sheet.cover.photo] += 1
    for photo in issue.photos:
        if not used[photo.id]:
            message = _("No story names the photo {name}; it will not be printed.")
            hint = _("Name it in a story's “photos”, or take it out.")
            yield Finding(photo.at("id"), message.format(name=called(photo)), hint)


@check("P007", "consent_refused", Severity.ERROR)
def consent_refused(issue: Issue) -> Iterator[Finding]:
    """Those who are seen on a photo have not agreed to its printing.

    The manifest says `consent: no`. Where nothing is said, nothing is reported.

    Way out: ask them and write `consent: yes`, or take another photo.
    """
    for photo in issue.photos:
        if photo.consent is False:
            message = _("Consent to print the photo {name} is refused.").format(name=called(photo))
            yield Finding(photo.at("consent"), message, _("Take another photo, or ask again."))


@check("P008", "unknown_shape", Severity.ERROR)
def unknown_shape(issue: Issue) -> Iterator[Finding]:
    """A photo is to keep a shape that is none.

    `keep` is a ratio of width to height, such as 4:3, or `whole` for no crop at all.

    Example: `keep: 4/3`. Way out: `keep: 4:3`.
    """
    for photo in issue.photos:
        if photo.keep and not SHAPE.fullmatch(photo.keep):
            message = _("The photo {name} cannot keep the shape “{keep}”.")
            message = message.format(name=called(photo), keep=photo.keep)
            yield Finding(photo.at("keep"), message, _("Write a ratio such as 4:3, or “whole”."))


@check("P009", "photo_too_large", Severity.ERROR)
def photo_too_large(issue: Issue) -> Iterator[Finding]:
    """A photo has more pixels than can be handled, over 200 million.

    A page needs no more than thirty million; a file with more is mostly a scan at a wrong resolution,
    or made to exhaust the machine.

    Way out: make it smaller in an image editor.
    """
    for photo in issue.photos:
        if photo.fault == "too-large":
            message = _("The photo {name} has more than 200 million pixels.").format(name=called(photo))
            yield Finding(photo.at("file"), message, _("Make it smaller in an image editor."))


@check("P010", "photo_format_unknown", Severity.ERROR)
def photo_format_unknown(issue: Issue) -> Iterator[Finding]:
    """A photo is in a format that is not taken.

    JPEG, PNG and TIFF are; a camera's raw file and Word or PDF files are not. A telephone's HEIC is where
    pillow-heif is installed: pip install newsletter-press[heic].

    Way out: save it as JPEG of the highest quality. A file that is only called .jpg remains what it was.
    """
    for photo in issue.photos:
        if photo.fault == "unsupported":
            message = _("The photo {name} is in a format that is not taken: {file}.")
            hint = _("Save it as JPEG of the highest quality.")
            if photo.file.lower().endswith(TAKEN):
                message = _(
                    "The photo {name} is not what its file is called, often a telephone's HEIC: {file}."
                )
                hint = _("Open it and save it anew as JPEG; a new name alone changes nothing.")
            yield Finding(photo.at("file"), message.format(name=called(photo), file=photo.file), hint)


@check("P025", "many_photos", Severity.WARNING)
def many_photos(issue: Issue) -> Iterator[Finding]:
    """A story has more than sixteen photos.

    They are all placed, as even rows of small pictures that nobody looks at.

    Way out: choose the best twelve, or share them out between two stories or pages.
    """
    for article in issue.articles:
        if len(article.photos) > MOST_PHOTOS:
            message = _("{title} has {count} photos; they will stand very small.")
            message = message.format(title=title(article), count=len(article.photos))
            hint = _("Choose the best twelve, or make two stories of it.")
            yield Finding(article.at("photos"), message, hint)


@check("P026", "head_without_focus", Severity.WARNING)
def head_without_focus(issue: Issue) -> Iterator[Finding]:
    """A photo in a row of heads has no focus, so its eyes cannot be brought to the line of the others.

    `focus` is the point between the eyes: shares of the width from the left and of the height from above.

    Example: `style: portraits` alone. Way out: `focus: [0.5, 0.3]`.
    """
    for photo in issue.photos:
        if are_portraits(group_of(photo, issue)) and "focus" not in photo.places:
            message = _("The head {name} has no focus.").format(name=called(photo))
            yield Finding(photo.at("id"), message, _("Write where the eyes are, as “focus: [0.5, 0.3]”."))


@check("P027", "group_of_one", Severity.WARNING)
def group_of_one(issue: Issue) -> Iterator[Finding]:
    """A photo's group has no other photo, or none with the same story.

    Photos stand together where one story names them and their `group` is written alike.

    Way out: write the same `group` at the others, or take it out.
    """
    for article in issue.articles:
        named = [photo for each in article.photos if (photo := issue.photo(each))]
        count = Counter(photo.group for photo in named)
        for photo in named:
            if photo.group and count[photo.group] == 1:
                message = _("The photo {name} is alone in the group “{group}”.")
                message = message.format(name=called(photo), group=photo.group)
                yield Finding(photo.at("group"), message, _("Write the same group at the others."))
