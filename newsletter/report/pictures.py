"""Pictures inside the page itself."""

import base64

KINDS = {b"\xff\xd8": "jpeg", b"\x89P": "png", b"RI": "webp"}
"""Kinds of picture by the first bytes of their files."""


def data_address(picture: bytes) -> str:
    """Return a picture as an address that holds all of it."""
    kind = KINDS.get(picture[:2], "jpeg")
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode('ascii')}"
