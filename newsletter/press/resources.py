"""Resource dictionaries, looked up once per name and forgiving of what is not there."""

from dataclasses import dataclass, field

import pikepdf

from newsletter.press.colour import space_name


@dataclass(slots=True)
class Resources:
    """The resources of one content stream; ``outer`` are those of the page, for forms without their own."""

    own: pikepdf.Object | None
    outer: "Resources | None" = None
    _found: dict[tuple[str, str], pikepdf.Object | None] = field(default_factory=dict)
    _spaces: dict[str, str] = field(default_factory=dict)

    def get(self, kind: str, name: str) -> pikepdf.Object | None:
        """Return the resource of a kind (``/Font``, ``/XObject``…) by name, none where there is none."""
        key = (kind, name)
        if key not in self._found:
            self._found[key] = self._look_up(kind, name)
        return self._found[key]

    def space(self, name: str) -> str:
        """Return the name of a colour space as ``colour.space_name`` has it."""
        if name not in self._spaces:
            defined = self.get("/ColorSpace", name)
            self._spaces[name] = space_name(pikepdf.Name(name) if defined is None else defined)
        return self._spaces[name]

    def _look_up(self, kind: str, name: str) -> pikepdf.Object | None:
        group = self.own.get(kind) if isinstance(self.own, pikepdf.Dictionary) else None
        found = group.get(name) if isinstance(group, pikepdf.Dictionary) and len(name) > 1 else None
        if found is None and self.outer is not None:
            return self.outer.get(kind, name)
        return found if isinstance(found, pikepdf.Object) else None
