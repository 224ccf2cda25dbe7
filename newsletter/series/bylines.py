"""Who wrote and who photographed, read out of bylines, sign-off lines and credits, in pinyin order."""

import re
from collections.abc import Iterable, Iterator
from enum import Flag, auto

from newsletter.issue import Issue
from newsletter.names import pinyin_key
from newsletter.script import LETTER

NAME = re.compile(f"{LETTER}{{2,4}}|{LETTER}{{1,7}}[·•・]{LETTER}{{1,7}}")
ROLES = re.compile(
    r"(通讯员|记者|编者|作者|学生|教师|老师|编辑|撰稿|供稿|供图|摄影|综合|整理|本院讯|来信者|投稿者)$"
)
UNITS = re.compile(
    r"(..[部处院系会室科班社团馆站校委办]|中心|公司|集团|支部|集体|联合体|工会|团委|校办|院办|专业|小组|班级|学院)$"
)
LABELS = re.compile(r"[（(][^）)]*[）)]|(?:文|图|摄|撰稿|供稿|供图|摄影)\s*[/／|｜:：]|[/／|｜:：]|\d[^\s]*")
ROLE_LABEL = re.compile(
    r"(?P<both>文\s*[/／|｜、]?\s*图|图\s*[/／|｜、]?\s*文|摄影报道)\s*[/／|｜:：]?"
    r"|(?P<photos>供图|摄影|图片?|摄)\s*[/／|｜:：]|[/／|｜]\s*(?P<photos_after>供图|摄影|图|摄)"
    r"|(?P<words>撰稿|供稿|文字?)\s*[/／|｜:：]|[/／|｜]\s*(?P<words_after>撰稿|供稿|文)"
)
GAP = re.compile(r"[\s、，,；;]+")
SPACED = re.compile(rf"(?<!{LETTER})({LETTER})\s+({LETTER})(?!{LETTER})")


class Part(Flag):
    """What a person of a byline did."""

    WORDS = auto()
    PHOTOS = auto()


def writers(issue: Issue) -> tuple[str, ...]:
    """Return the writers of an issue, each once, in the order of their surnames' sound."""
    return _sorted(name for each in issue.articles for name in writers_of(each.byline, each.source))


def photographers(issue: Issue) -> tuple[str, ...]:
    """Return the photographers of an issue, likewise."""
    named = (name for each in issue.articles if each.photos for name in photographers_of(each.byline))
    return _sorted((*named, *(name for each in issue.photos for name in names(each.credit))))


def names(line: str) -> Iterator[str]:
    """Yield the persons in a line such as 党委宣传部 沈亦秋 or 本院通讯员 周岚 何翀.

    What looks like a unit, a role or a date is none; 周　岚 is one name.
    """
    bracketed = re.fullmatch(r"\s*[（(](.*)[）)]\s*", line)
    closed = SPACED.sub(r"\1\2", LABELS.sub(" ", bracketed[1] if bracketed else line))
    for word in GAP.split(closed):
        bare = word.removesuffix("摄") if len(word) > 2 else word
        if NAME.fullmatch(bare) and not (ROLES.search(bare) or UNITS.search(bare)):
            yield bare


def credited(line: str) -> Iterator[tuple[str, Part]]:
    """Yield the persons of a byline with what they did: 文/周岚 图/何翀, 沈亦秋 文/图, 周岚/文 何翀/摄.

    Who has no label wrote. A label before names is that of all names up to the next.
    """
    labels = [*ROLE_LABEL.finditer(line)]
    if not labels:
        yield from ((name, Part.WORDS) for name in names(line))
        return
    leading = labels[0].lastgroup in ("photos", "words") or not tuple(names(line[: labels[0].start()]))
    edges = [0, *(edge for label in labels for edge in label.span()), len(line)]
    gaps = [line[start:stop] for start, stop in zip(edges[::2], edges[1::2], strict=True)]
    of_gaps = [Part.WORDS, *map(_part, labels)] if leading else [*map(_part, labels), Part.WORDS]
    for gap, part in zip(gaps, of_gaps, strict=True):
        yield from ((name, part) for name in names(gap))


def _part(label: re.Match[str]) -> Part:
    kind = (label.lastgroup or "").removesuffix("_after")
    return {"both": Part.WORDS | Part.PHOTOS, "photos": Part.PHOTOS}.get(kind, Part.WORDS)


def writers_of(byline: str, source: str) -> tuple[str, ...]:
    """Return who wrote a story, each once: those of its byline, those of its sign-off line."""
    both = (*credited(byline), *credited(source))
    return tuple(dict.fromkeys(name for name, part in both if Part.WORDS in part))


def photographers_of(byline: str) -> tuple[str, ...]:
    """Return who took the photos of a story as its byline says."""
    return tuple(dict.fromkeys(name for name, part in credited(byline) if Part.PHOTOS in part))


def _sorted(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found), key=pinyin_key))
