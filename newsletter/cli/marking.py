"""Help texts are marked where they stand and translated when they are shown."""


def N_(message: str) -> str:
    """Return the message as it is; a catalogue holds its translation."""
    return message
