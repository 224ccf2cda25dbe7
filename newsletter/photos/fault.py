"""Why a photo cannot be used: a reason that a rule puts into words."""

from enum import StrEnum


class PhotoFault(StrEnum):
    """What is wrong with an original.

    ``MISSING``: no such file. ``UNREADABLE``: no access, empty, or a header that is broken or cut short.
    ``UNSUPPORTED``: a format or colour mode that is not taken (camera raw, HEIC without pillow-heif …).
    ``TOO_LARGE``: more than `headers.MOST_PIXELS`. ``DAMAGED``: the header is sound, the picture is not.
    """

    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"


class Refused(Exception):
    """An original that is refused, with the reason."""

    def __init__(self, fault: PhotoFault) -> None:
        super().__init__(str(fault))
        self.fault = fault
