"""Colour spaces by name, as a pressman asks for them."""

import pikepdf

_DEVICE = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_DEEP = 6
_JOINT = ", "
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


def space_name(space: object, depth: int = 0) -> str:
    """Return ``DeviceCMYK``, ``ICCBased 3``, ``Indexed DeviceRGB``, at worst ``unknown``."""
    if isinstance(space, pikepdf.Name):
        short = str(space).removeprefix("/")
        return _DEVICE.get(short, short)
    if not isinstance(space, pikepdf.Array) or len(space) == 0 or depth > _DEEP:
        return "unknown"
    family = space_name(space[0], depth + 1)
    detail = _detail(family, space, depth) if len(space) > 1 else ""
    return f"{family} {detail}".strip()


def _detail(family: str, space: pikepdf.Array, depth: int) -> str:
    """Return what tells a space of its family apart: components, colorant, base."""
    if family == "ICCBased" and isinstance(space[1], pikepdf.Stream):
        return str(int(space[1].get("/N", 0)))
    if family == "Separation":
        return str(space[1]).removeprefix("/")
    if family == "DeviceN" and isinstance(space[1], pikepdf.Array):
        return _JOINT.join(str(each).removeprefix("/") for each in list(space[1])[:32])
    return space_name(space[1], depth + 1) if family in ("Indexed", "Pattern") else ""


def prints_as_cmyk(name: str) -> bool:
    """Return whether a space goes to the plates as it is: CMYK, black, spot colours, patterns."""
    words = name.split()
    base = words[1] if words[0] in ("Indexed", "Pattern") and len(words) > 1 else words[0]
    return base in ("DeviceCMYK", "DeviceGray", "Separation", "DeviceN", "Pattern") or name == "ICCBased 4"


def spot_colours(name: str) -> tuple[str, ...]:
    """Return the inks that a space needs besides the four: ``Separation PANTONE 185 C``, ``DeviceN …``."""
    family, _space, inks = name.removeprefix("Indexed ").removeprefix("Pattern ").partition(" ")
    if family not in ("Separation", "DeviceN"):
        return ()
    named = inks.split(_JOINT) if family == "DeviceN" else [inks]
    return tuple(each for each in named if each and each not in (*_PROCESS, "All", "None"))


def ink(name: str, parts: tuple[float, ...]) -> tuple[float, float, float, float] | None:
    """Return the parts of CMYK and black as process ink; none for any other space."""
    if name in ("DeviceCMYK", "ICCBased 4") and len(parts) == 4:
        return parts[0], parts[1], parts[2], parts[3]
    if name in ("DeviceGray", "ICCBased 1", "CalGray") and len(parts) == 1:
        return 0.0, 0.0, 0.0, 1.0 - parts[0]
    plate = name.removeprefix("Separation ")
    if plate in _PROCESS and plate != name and len(parts) == 1:
        cyan, magenta, yellow, black = (parts[0] if each == plate else 0.0 for each in _PROCESS)
        return cyan, magenta, yellow, black
    return None
