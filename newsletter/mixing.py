"""The layout's colours as a shop prints them: some replaced, rich black for those that ask for it."""

from dataclasses import dataclass

from newsletter.condition import Condition, Inks, Profile
from newsletter.layout import Layout
from newsletter.press.spots import Spot


@dataclass(frozen=True, slots=True)
class Order:
    """A layout that is to be printed by a printer profile, before any page is made."""

    layout: Layout
    profile: Profile

    @property
    def condition(self) -> Condition:
        """What the profile asks for."""
        return self.profile.condition


def mixed(layout: Layout, condition: Condition) -> Layout:
    """Return the layout in the colours of a condition; what the layout does not have is passed over.

    Colours that the layout calls ``rich`` take the condition's rich black, or black alone where it has none.
    """
    black = layout.colours["black"]
    deep = dict.fromkeys(layout.rich, condition.rich_black or black)
    replaced = {name: inks for name, inks in condition.colours.replace.items() if name in layout.colours}
    return layout.model_copy(update={"colours": {**layout.colours, **deep, **replaced}})


def rich_blacks(layout: Layout) -> tuple[Inks, ...]:
    """Return the mixtures that the layout asks for as rich black."""
    return tuple(layout.colours[name] for name in layout.rich)


def spot_inks(layout: Layout, condition: Condition) -> tuple[Spot, ...]:
    """Return the layout's colours that the condition prints with inks of their own."""
    named = condition.colours.spots.items()
    return tuple(Spot(ink, layout.colours[name]) for name, ink in named if name in layout.colours)
