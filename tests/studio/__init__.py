"""Procedural photographs for the sample issue and for tests."""

from .noisecam import camera_noise

__all__ = ["camera_noise"]
