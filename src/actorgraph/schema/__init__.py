"""JSON Schema of each file, for editors: drawing (records), leaves (values), offers (ids), sentences (words)."""

from .drawing import FILES, schema, sentence

__all__ = ["FILES", "schema", "sentence"]
