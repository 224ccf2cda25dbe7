"""What a surface is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .arrays import Floats

Paint = Callable[[Floats], Floats]


@dataclass(frozen=True, eq=False)
class Material:
    """Colour and finish; ``paint`` and ``shine`` colour points of the world.

    ``metal`` tints reflections, ``thin`` lets light through (leaves, cloth),
    ``mirror`` mixes in the planar reflection, ``bump`` roughens normals at
    ``grain`` lumps per metre.
    """

    colour: tuple[float, float, float] = (0.5, 0.5, 0.5)
    paint: Paint | None = None
    glow: tuple[float, float, float] = (0.0, 0.0, 0.0)
    shine: Paint | None = None
    rough: float = 0.8
    metal: float = 0.0
    thin: float = 0.0
    mirror: float = 0.0
    bump: float = 0.0
    grain: float = 10.0
