"""The command that brings Pango and what it needs, on each kind of system."""

import platform
from functools import cache
from pathlib import Path

from newsletter.language import _

BY_FAMILY = {
    "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango",
    "suse": "sudo zypper install libpango-1_0-0",
    "arch": "sudo pacman -S pango",
    "alpine": "sudo apk add pango",
}
FAMILY_OF = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", "opensuse": "suse", "manjaro": "arch"}
MAC = "brew install pango"
WINDOWS = (
    "pacman -S mingw-w64-ucrt-x86_64-pango  (MSYS2), then "
    r"setx WEASYPRINT_DLL_DIRECTORIES C:\msys64\ucrt64\bin"
)


@cache
def native_remedy() -> str:
    """Return the command for this system."""
    system = platform.system()
    if system == "Darwin":
        return MAC
    if system == "Windows":
        return WINDOWS
    return linux_remedy(_os_release())


def linux_remedy(release: dict[str, str]) -> str:
    """Return the command for the distribution that ``/etc/os-release`` names."""
    for name in (release.get("ID", ""), *release.get("ID_LIKE", "").split()):
        stem = name.partition("-")[0]
        family = FAMILY_OF.get(stem, stem)
        if family in BY_FAMILY:
            return BY_FAMILY[family]
    return _("install Pango 1.44 or newer with the system's package manager")


def _os_release() -> dict[str, str]:
    try:
        lines = Path("/etc/os-release").read_text("utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.partition("=") for line in lines if "=" in line)
    return {name: value.strip('"') for name, _equals, value in pairs}
