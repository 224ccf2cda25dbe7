"""iTerm2's inline images, which WezTerm and mintty show too."""

import base64


def encode(image: bytes, columns: int) -> str:
    """Return the escape that shows an image file so many cells wide, its height after its shape."""
    keys = f"inline=1;size={len(image)};width={columns};preserveAspectRatio=1"
    return f"\x1b]1337;File={keys}:{base64.b64encode(image).decode('ascii')}\x07\n"
