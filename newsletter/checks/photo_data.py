"""Rules about what photos.yaml says of photos, and what their files say themselves."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from newsletter.checks.photos import called
from newsletter.diagnostics import Finding, Fix, Severity
from newsletter.issue import Issue, Photo
from newsletter.language import _
from newsletter.photo_groups import group_of
from newsletter.rulebook import check

MIRRORED = frozenset((2, 4, 5, 7))
UPSIDE_DOWN = 3
TAKEN_BY = re.compile(r"\s*[（(]?\s*(?:摄影|拍摄|摄)\s*[)）]?$")
NOT_TAKEN = re.compile("(?:供图|提供|资料图片|资料|制图|绘制|截图|图)$")
FILE_NAME = re.compile(
    r"(?:IMG|DSCF?|DSCN|P|MVIMG|PXL|WechatIMG|mmexport|微信图片|QQ图片|截图|未命名|图片|照片|image|photo)?"
    r"[-_ ]?[\d_-]*(?:\.\w{3,4})?",
    re.IGNORECASE,
)
PROTECTED = re.compile("小学生|中学生|初中生|高中生|幼儿|儿童|小朋友|未成年|患者|病人|受助|贫困生")
"""Who may be shown only where they, or their parents, have agreed."""
CREDIT_IN_CAPTION = re.compile("[（( 　][^（( 　，。；]{2,12}[ 　]?(?:摄影|摄|供图)[)）]?。?$")


@check("P032", "photo_twice_by_content", Severity.WARNING)
def photo_twice_by_content(issue: Issue) -> Iterator[Finding]:
    """Two photos of photos.yaml are the same file, to the byte, under two names.

    It would be printed twice in one issue, with two captions.

    Example: IMG_0147.jpg and IMG_0147(1).jpg. Way out: keep one entry.
    """
    for photo in issue.photos:
        if photo.twin:
            message = _("The photo {name} is the same file as “{twin}”.")
            message = message.format(name=called(photo), twin=photo.twin)
            yield Finding(photo.at("file"), message, _("Keep one of the two."))


@check("P035", "photo_mirrored", Severity.WARNING)
def photo_mirrored(issue: Issue) -> Iterator[Finding]:
    """A photo's file says that it is mirrored.

    Cameras hold pictures turned, never mirrored; the front camera of a telephone and some programs write
    such files. It is printed as the file says. Whether writing on it can be read shows whether that is right.

    Way out: look at it, and save it again from an image editor as it should stand.
    """
    for photo in issue.photos:
        if photo.pixels and photo.pixels.stated in MIRRORED:
            message = _("The file of the photo {name} says that it is mirrored.").format(name=called(photo))
            yield Finding(photo.at("file"), message, _("Look whether writing on it can be read."))


@check("P036", "photo_upside_down", Severity.NOTE)
def photo_upside_down(issue: Issue) -> Iterator[Finding]:
    """A photo's file says that the camera was held upside down.

    It is turned for printing. Pictures taken straight down, of a table or a drawing, are often marked so by
    mistake.

    Way out: look at the page whether it stands upright.
    """
    for photo in issue.photos:
        if photo.pixels and photo.pixels.stated == UPSIDE_DOWN:
            message = _("The photo {name} is turned upside down, as its file says.")
            message = message.format(name=called(photo))
            yield Finding(photo.at("file"), message, _("Look at the page whether it stands upright."))


@check("P038", "credit_with_its_word", Severity.WARNING, fixable=True)
def credit_with_its_word(issue: Issue) -> Iterator[Finding]:
    """A credit ends with 摄 or another word for who took the picture, and the layout adds 摄.

    `credit` is the name alone: “温雪 摄” would be printed as “温雪 摄 摄”, “宣传部供图” as “宣传部供图 摄”.

    Example: `credit: 温雪 摄`. Way out: `credit: 温雪`; `newsletter check --fix` does it. A picture that
    nobody took for the paper has its source in the caption.
    """
    for photo in issue.photos:
        taken = TAKEN_BY.search(photo.credit)
        if taken or NOT_TAKEN.search(photo.credit):
            message = _("The credit “{credit}” would be printed with another 摄 behind it.")
            fix = Fix(photo.credit, photo.credit[: taken.start()]) if taken and taken.start() else None
            hint = _("Write the name alone.") if taken else _("Say it in the caption.")
            yield Finding(photo.at("credit"), message.format(credit=photo.credit), hint, fix=fix)


@check("P039", "caption_is_file_name", Severity.WARNING)
def caption_is_file_name(issue: Issue) -> Iterator[Finding]:
    """A caption is the name of a file or a number.

    It was left over from importing.

    Example: `caption: IMG_0147`. Way out: say who and what is seen.
    """
    for photo in issue.photos:
        stem = PurePath(photo.file).stem
        named = photo.caption and (photo.caption == stem or FILE_NAME.fullmatch(photo.caption))
        if named and (not stem or len(stem) < 4 or not stem.isalpha() or photo.caption != stem):
            message = _("The caption “{caption}” is a file's name.").format(caption=photo.caption)
            yield Finding(photo.at("caption"), message, _("Say who and what is seen."))


@check("P040", "captions_alike", Severity.NOTE)
def captions_alike(issue: Issue) -> Iterator[Finding]:
    """Two photos have the same caption.

    Pictures that stand together in a group share one; two by themselves have one each.

    Example: “活动现场” under both. Way out: say what each shows.
    """
    first: dict[str, Photo] = {}
    for photo in issue.photos:
        before = first.setdefault(photo.caption, photo) if photo.caption else photo
        if before is not photo and before not in group_of(photo, issue):
            message = _("The photos “{one}” and “{other}” have the same caption.")
            message = message.format(one=before.id, other=photo.id)
            yield Finding(photo.at("caption"), message, _("Say what each shows."))


@check("P041", "credit_in_caption", Severity.WARNING)
def credit_in_caption(issue: Issue) -> Iterator[Finding]:
    """A caption ends with who took the picture.

    With `credit` given as well it is printed twice; without it the credit is not set as one.

    Example: `caption: 揭牌现场（温雪 摄）`. Way out: `caption: 揭牌现场` and `credit: 温雪`.
    """
    for photo in issue.photos:
        if found := CREDIT_IN_CAPTION.search(photo.caption):
            message = _("The caption “{caption}” ends with who took the picture.")
            message = message.format(caption=photo.caption)
            hint = _("Move {words} to “credit”.").format(words=found.group().strip("（()）。 　"))
            yield Finding(photo.at("caption"), message, hint)


@check("P042", "consent_unrecorded", Severity.NOTE)
def consent_unrecorded(issue: Issue) -> Iterator[Finding]:
    """A caption speaks of children, patients or people in need, and no consent is recorded.

    They, or their parents, are asked before their picture is printed. Whether anybody can be recognised the
    tool cannot see.

    Example: “幼儿园小朋友参观车间” without `consent`. Way out: ask, and write `consent: yes`.
    """
    for photo in issue.photos:
        found = PROTECTED.search(photo.caption)
        if found and photo.consent is None and not photo.doubtful("consent"):
            message = _("The photo {name} shows {people}; no consent is recorded.")
            message = message.format(name=called(photo), people=found.group())
            yield Finding(photo.at("caption"), message, _("Ask, and write “consent: yes”."))
