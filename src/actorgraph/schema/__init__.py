"""JSON Schema of each file of a data set, for editors: drawing (records), leaves (values), sentences (words)."""

from .drawing import FILES, schema, sentence

__all__ = ["FILES", "schema", "sentence"]
