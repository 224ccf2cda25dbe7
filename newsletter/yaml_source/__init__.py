"""The YAML door: manifest text in, nodes with exact places out. The only user of the YAML library."""

from newsletter.yaml_source.decoding import decode
from newsletter.yaml_source.nodes import Entry, Listing, Node, Scalar, Table
from newsletter.yaml_source.reading import read_yaml

__all__ = ["Entry", "Listing", "Node", "Scalar", "Table", "decode", "read_yaml"]
