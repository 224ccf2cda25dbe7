"""Transformations of the page: six numbers, points as rows, as in ISO 32000-1, 8.3."""

from math import hypot

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the transformation that does ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(point: Point, matrix: Matrix) -> Point:
    """Return where a point comes to lie."""
    (x, y), (a, b, c, d, e, f) = point, matrix
    return x * a + y * c + e, x * b + y * d + f


def stretch(matrix: Matrix) -> tuple[float, float]:
    """Return how much lengths along x and along y grow."""
    return hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])


def of(numbers: tuple[float, ...]) -> Matrix:
    """Return six numbers as a transformation, the identity where they are not six."""
    if len(numbers) != 6:
        return IDENTITY
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f
