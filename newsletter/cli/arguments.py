"""Options of the whole tool may stand anywhere: they are moved before the command, where they are read."""

from collections.abc import Iterable

VALUED = ("-C", "--lang", "--color")
FLAGS = ("-q", "--quiet", "-v", "--verbose")


def hoisted(arguments: Iterable[str]) -> list[str]:
    """Return the arguments with the tool's own options in front; after ``--`` nothing is moved."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for each in waiting:
        if each == "--":
            return [*front, *rest, each, *waiting]
        if each in VALUED:
            front += [each, *(value for value in (next(waiting, None),) if value is not None)]
        else:
            (front if _ours(each) else rest).append(each)
    return [*front, *rest]


def _ours(argument: str) -> bool:
    """Return whether the argument is an option of the tool that carries its value with it, or a flag."""
    name, equals, _value = argument.partition("=")
    joined = argument.startswith("-C") and len(argument) > 2
    return argument in FLAGS or joined or (bool(equals) and name in VALUED)


def wished_language(arguments: Iterable[str]) -> str | None:
    """Return what ``--lang`` says, wherever it stands, before anything is parsed."""
    listed = list(arguments)
    for place, each in enumerate(listed):
        if each == "--lang":
            return listed[place + 1] if place + 1 < len(listed) else None
        if each.startswith("--lang="):
            return each.partition("=")[2]
    return None
