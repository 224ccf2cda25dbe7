"""A workspace's manifests and copy to a frozen issue, every fault at once."""

from newsletter.manifest.loading import corrections, load
from newsletter.manifest.writing_back import write_back

__all__ = ["corrections", "load", "write_back"]
