"""Programs and libraries, asked for their versions without starting the engine."""

import ctypes
import ctypes.util
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

from newsletter.doctor.remedies import native_remedy
from newsletter.doctor.result import Result, State
from newsletter.language import _

OLDEST_PYTHON = (3, 11)
OLDEST_PANGO = (1, 44)
PACKAGES = ("weasyprint", "pikepdf", "pypdfium2", "uharfbuzz", "fonttools", "pydantic", "pypinyin")
NAMES = {
    "Pango": ("pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "HarfBuzz": ("harfbuzz-0", "harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "fontconfig": (
        "fontconfig-1",
        "fontconfig",
        "libfontconfig.so.1",
        "libfontconfig.1.dylib",
        "libfontconfig-1.dll",
    ),
}


def examine_libraries() -> Iterator[Result]:
    """Yield Python, the native libraries of the engine, then the packages."""
    part = _("programs")
    ready = sys.version_info[:2] >= OLDEST_PYTHON
    yield Result(part, "Python", State.THERE if ready else State.MISSING, platform.python_version())
    for name, ask in (("Pango", _pango), ("HarfBuzz", _harfbuzz), ("fontconfig", _fontconfig)):
        yield _native(part, name, ask)
    for name in PACKAGES:
        yield _package(part, name)
    yield _pillow(part)


def _native(part: str, name: str, ask: Callable[[ctypes.CDLL], str]) -> Result:
    library = _opened(NAMES[name])
    if library is None:
        return Result(part, name, State.MISSING, _("not found"), native_remedy())
    found = ask(library)
    if name == "Pango" and tuple(int(number) for number in found.split(".")[:2]) < OLDEST_PANGO:
        detail = _("{found}, {wanted} or newer is needed").format(found=found, wanted="1.44")
        return Result(part, name, State.MISSING, detail, native_remedy())
    return Result(part, name, State.THERE, found)


def _opened(names: tuple[str, ...]) -> ctypes.CDLL | None:
    """Return a library under the first of its names that the system knows."""
    for name in names:
        try:
            return ctypes.CDLL(ctypes.util.find_library(name) or name)
        except OSError:
            continue
    return None


def _pango(library: ctypes.CDLL) -> str:
    return _said(library.pango_version_string)


def _harfbuzz(library: ctypes.CDLL) -> str:
    return _said(library.hb_version_string)


def _said(function: Callable[[], bytes]) -> str:
    function.restype = ctypes.c_char_p  # type: ignore[attr-defined]
    return function().decode("ascii")


def _fontconfig(library: ctypes.CDLL) -> str:
    """Return fontconfig's number 21400 as 2.14.0."""
    number = int(library.FcGetVersion())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _package(part: str, name: str) -> Result:
    try:
        return Result(part, name, State.THERE, version(name))
    except PackageNotFoundError:
        return Result(
            part, name, State.MISSING, _("not installed"), f"{sys.executable} -m pip install {name}"
        )


def _pillow(part: str) -> Result:
    """Return whether Pillow is there and can manage colours."""
    found = _package(part, "pillow")
    if found.state is State.MISSING:
        return found
    from PIL import features

    colours = features.version_module("littlecms2") if features.check("littlecms2") else None
    if colours is None:
        detail = _("{version} without LittleCMS").format(version=found.detail)
        return Result(
            part, "pillow", State.MISSING, detail, f"{sys.executable} -m pip install --force-reinstall pillow"
        )
    return Result(part, "pillow", State.THERE, f"{found.detail}, LittleCMS {colours}")
