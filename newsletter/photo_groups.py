"""Photos that stand together: by one group, or as heads; the caption and the credits that stand for all."""

from collections.abc import Sequence

from newsletter.issue import Issue, Photo, PhotoStyle


def shared_caption(group: Sequence[Photo]) -> Photo | None:
    """Return the photo whose caption stands for all of a group, with the credits of all; none for one each.

    It stands for all where it is the first and no other has a caption.
    """
    if len(group) < 2 or any(photo.caption for photo in group[1:]):
        return None
    return _credited(group)


def shared_credit(group: Sequence[Photo]) -> Photo | None:
    """Return a photo without caption that has the credits of a row of heads, none where nobody is named."""
    credited = _credited(group).model_copy(update={"caption": "", "readings": ()})
    return credited if credited.credit else None


def _credited(group: Sequence[Photo]) -> Photo:
    """Return the first photo with the names of all who took one."""
    names = list(dict.fromkeys(photo.credit for photo in group if photo.credit))
    return group[0].model_copy(update={"credit": " ".join(names)})


def bond(photo: Photo) -> str:
    """Return what photos must have in common to stand together: a group, or that they are heads."""
    return photo.group or (photo.style.value if photo.style is PhotoStyle.PORTRAITS else "")


def are_portraits(group: Sequence[Photo]) -> bool:
    """Return whether a group is a row of heads."""
    return any(photo.style is PhotoStyle.PORTRAITS for photo in group)


def group_of(photo: Photo, issue: Issue) -> tuple[Photo, ...]:
    """Return the photos that stand together with a photo, none for one by itself."""
    return tuple(each for each in issue.photos if bond(photo) and bond(each) == bond(photo))
