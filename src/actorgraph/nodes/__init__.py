"""YAML text -> Node that knows its place. A fault costs the record it stands in; reading goes on after it."""

from .node import Lost, Mapping, Node, Scalar, Sequence
from .reading import read

__all__ = ["Lost", "Mapping", "Node", "Scalar", "Sequence", "read"]
