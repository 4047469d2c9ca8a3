"""JSON Schema of each file, for editors: drawing (records), leaves (values), offers (ids), sentences (words)."""

from ..dataset import Dataset
from .drawing import FILES, schema, sentence

__all__ = ["FILES", "schema", "sentence", "text"]


def text(name: str, dataset: Dataset | None = None) -> str:
    """The schema as a file has it."""
    import json

    return json.dumps(schema(name, dataset), indent=2, ensure_ascii=False) + "\n"
