"""How permit numbers of each province are written: the tool's own data, and the workspace's, which win.

`issues/permit_shapes.yaml` is a list of records `{province: 鄂, shape: (鄂)NNNN—YYYYNNN/连}`.
"""

from functools import cache
from pathlib import Path

from newsletter.issue import PermitShape
from newsletter.language import _
from newsletter.manifest.binding import Binder
from newsletter.provinces import province_of
from newsletter.yaml_source import Listing, Node, read_yaml

FILE = "permit_shapes.yaml"
SHIPPED = Path(__file__).with_name("permit_shapes.yaml")


def permit_shapes(node: Node | None, binder: Binder) -> tuple[PermitShape, ...]:
    """Return the shapes of the workspace, and of the tool for provinces that it says nothing about."""
    own = _of(node, binder)
    named = {province_of(each.province) for each in own}
    return (*own, *(each for each in _shipped() if province_of(each.province) not in named))


def _of(node: Node | None, binder: Binder) -> tuple[PermitShape, ...]:
    if node is None:
        return ()
    if not isinstance(node, Listing):
        binder.wrong(node, FILE, _("a list of “- key: value”"))
        return ()
    made = (binder.record(item, PermitShape, FILE) for item in node.items)
    return tuple(each for each in made if each is not None)


@cache
def _shipped() -> tuple[PermitShape, ...]:
    return _of(read_yaml(SHIPPED.read_text("utf-8"), FILE)[0], Binder())
