"""Colour spaces as inks: which plates a colour puts ink on, and how much (ISO 32000-1, 8.6)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pikepdf
from numpy.typing import NDArray

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL = "All"
"""The registration colour: it prints on every plate."""

Values = NDArray[np.float64]
"""Colours by row, 0 to 1 for each component."""

Convert = Callable[[Values], Values]
"""What turns sRGB into the four inks: ``process.separation``."""

_DEEP = 6
_MOST_COLORANTS = 32
_NAMES = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_LAB_RANGE = (-100.0, 100.0, -100.0, 100.0)


class Unknown(Exception):
    """A colour space whose inks cannot be told."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: ``plates`` it puts ink on, ``inks`` from components to ink on each of them.

    ``device`` tells CMYK whose zeros may leave plates alone when it overprints. ``ranges`` are the
    natural bounds of the components, as images count them; ``direct`` ones have inks for components.
    """

    family: str
    components: int
    plates: tuple[str, ...]
    inks: Callable[[Values], Values]
    device: bool = False
    ranges: tuple[tuple[float, float], ...] = ()
    direct: bool = False

    def ink(self, parts: tuple[float, ...]) -> Mapping[str, float]:
        """Return the ink on each plate for one colour; missing components are 0."""
        row = (*parts, *([0.0] * self.components))[: self.components]
        inks = self.inks(np.asarray([row], dtype=np.float64))[0]
        return dict(zip(self.plates, (float(each) for each in inks), strict=True))

    @property
    def initial(self) -> tuple[float, ...]:
        """The colour that choosing the space sets."""
        if self.family == "DeviceCMYK":
            return (0.0, 0.0, 0.0, 1.0)
        return (1.0 if self.family in ("Separation", "DeviceN") else 0.0,) * self.components


def _clipped(values: Values) -> Values:
    return np.clip(values, 0.0, 1.0)


def _black_of_grey(values: Values) -> Values:
    return 1.0 - _clipped(values)


GREY = Space("DeviceGray", 1, ("Black",), _black_of_grey)
CMYK = Space("DeviceCMYK", 4, PROCESS, _clipped, device=True, direct=True)
_PROFILED = Space("ICCBased", 4, PROCESS, _clipped, direct=True)
_SIMPLE = {"DeviceGray": GREY, "CalGray": GREY, "DeviceCMYK": CMYK, "CalCMYK": CMYK}


def space_of(defined: object, convert: Convert, depth: int = 0) -> Space:
    """Return what a colour space of a PDF does; ``convert`` separates RGB.

    Raises ``Unknown`` for patterns and for what is no colour space.
    """
    if depth > _DEEP:
        raise Unknown
    if isinstance(defined, pikepdf.Name):
        return _simple(_plain(defined), convert)
    if (
        not isinstance(defined, pikepdf.Array)
        or len(defined) == 0
        or not isinstance(defined[0], pikepdf.Name)
    ):
        raise Unknown
    family = _plain(defined[0])
    reader = _READERS.get(family)
    if reader is None or len(defined) < 2:
        return _simple(family, convert)
    return reader(defined, convert, depth + 1)


def _plain(name: pikepdf.Name) -> str:
    short = str(name).removeprefix("/")
    return _NAMES.get(short, short)


def _simple(family: str, convert: Convert) -> Space:
    """Return a space that its name alone makes known."""
    if family in ("DeviceRGB", "CalRGB"):
        return Space("DeviceRGB", 3, PROCESS, convert)
    if family not in _SIMPLE:
        raise Unknown
    return _SIMPLE[family]


def _icc(defined: pikepdf.Array, convert: Convert, _depth: int) -> Space:
    """Return a profiled space by its number of components."""
    profile = defined[1]
    count = int(profile.get("/N", 0)) if isinstance(profile, pikepdf.Stream) else 0
    if count == 4:
        return _PROFILED
    return _simple({1: "DeviceGray", 3: "DeviceRGB"}.get(count, ""), convert)


def _lab(defined: pikepdf.Array, convert: Convert, _depth: int) -> Space:
    """Return Lab, by way of sRGB."""
    stated = defined[1].get("/Range") if isinstance(defined[1], pikepdf.Dictionary) else None
    bounds = [float(each) for each in stated] if isinstance(stated, pikepdf.Array) else list(_LAB_RANGE)
    low_a, high_a, low_b, high_b = (*bounds, *_LAB_RANGE)[:4]
    ranges = ((0.0, 100.0), (low_a, high_a), (low_b, high_b))
    return Space("Lab", 3, PROCESS, lambda values: convert(_srgb_of_lab(values)), ranges=ranges)


def _srgb_of_lab(lab: Values) -> Values:
    """Return Lab (D50, near enough D65 for an estimate of ink) as sRGB."""
    middle = (lab[:, 0] + 16) / 116
    xyz = np.stack([middle + lab[:, 1] / 500, middle, middle - lab[:, 2] / 200], axis=-1)
    xyz = np.where(xyz > 6 / 29, xyz**3, 3 * (6 / 29) ** 2 * (xyz - 4 / 29)) * (0.9505, 1.0, 1.089)
    linear = np.clip(xyz @ np.asarray(_FROM_XYZ).T, 0.0, 1.0)
    bright: Values = np.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)
    return bright


_FROM_XYZ = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.204, 1.057))


def _separation(defined: pikepdf.Array, _convert: Convert, _depth: int) -> Space:
    return _colorants("Separation", (str(defined[1]).removeprefix("/"),))


def _device_n(defined: pikepdf.Array, _convert: Convert, _depth: int) -> Space:
    names = list(defined[1])[:_MOST_COLORANTS] if isinstance(defined[1], pikepdf.Array) else []
    return _colorants("DeviceN", tuple(str(each).removeprefix("/") for each in names))


def _colorants(family: str, names: tuple[str, ...]) -> Space:
    """Return a space of named inks, each on its own plate; ``None`` prints on none."""
    kept = [index for index, name in enumerate(names) if name != "None"]
    plates = tuple(names[index] for index in kept)
    if not names or len(set(plates)) != len(plates):
        raise Unknown
    return Space(family, len(names), plates, lambda values: _clipped(values[:, kept]))


def _indexed(defined: pikepdf.Array, convert: Convert, depth: int) -> Space:
    """Return a palette of another space's colours."""
    if len(defined) < 4:
        raise Unknown
    base = space_of(defined[1], convert, depth)
    table = defined[3]
    palette = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
    count = min(int(defined[2]) + 1, 256)
    colours = _palette_colours(base, palette, count)
    return Space(
        "Indexed",
        1,
        base.plates,
        lambda values: colours[np.clip(values[:, 0], 0, len(colours) - 1).astype(int)],
        ranges=((0.0, 255.0),),
    )


def _palette_colours(base: Space, palette: bytes, count: int) -> Values:
    """Return the ink of each entry of a palette."""
    levels = np.frombuffer(palette[: count * base.components].ljust(count * base.components, b"\0"), np.uint8)
    values = levels.reshape(count, base.components) / 255.0
    for component, (low, high) in enumerate(base.ranges):
        values[:, component] = low + values[:, component] * (high - low)
    return base.inks(values)


_READERS: dict[str, Callable[[pikepdf.Array, Convert, int], Space]] = {
    "ICCBased": _icc,
    "Lab": _lab,
    "Separation": _separation,
    "DeviceN": _device_n,
    "Indexed": _indexed,
}
