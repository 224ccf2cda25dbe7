"""A workspace's manifests and copy to a frozen issue, every fault at once."""

from newsletter.manifest.loading import corrections, load
from newsletter.manifest.writing_back import Rewrite, rewrites, write_back

__all__ = ["Rewrite", "corrections", "load", "rewrites", "write_back"]
