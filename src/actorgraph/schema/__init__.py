"""JSON Schema of each file of a data set, for editors: drawing (records), leaves (values), sentences (words)."""

from .drawing import FILES, schema, sentence

__all__ = ["FILES", "schema", "sentence", "text"]


def text(name: str) -> str:
    """The schema as a file has it."""
    import json

    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
