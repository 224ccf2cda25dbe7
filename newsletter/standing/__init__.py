"""What is open today: of every issue on the desk what it lacks, what holds it, what is built and due."""

from newsletter.standing.build import State
from newsletter.standing.desk import Desk, Standing, desk_of

__all__ = ["Desk", "Standing", "State", "desk_of"]
