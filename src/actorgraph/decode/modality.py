"""What the tie is - so, wanted or forecast - and what others put in its place."""

from ..nodes import Node, Scalar
from .reader import Reader
from .values import MODALITY

# Words of doubt that are no mood of the tie but a stance of somebody towards it.
STANCES = {
    "alleged": "supports",
    "claimed": "supports",
    "reported": "supports",
    "possible": "suggests",
    "suspected": "suggests",
    "denied": "disputes",
    "none": "disputes",
}
# What others call a wish or a forecast.
MOODS = {
    "planned": "intended",
    "wanted": "intended",
    "future": "expected",
    "forecast": "expected",
    "predicted": "expected",
    "conditional": "expected",
}


def led(reader: Reader, node: Node, key: str) -> None:
    """A word that is no modality: where it belongs."""
    word = node.text if isinstance(node, Scalar) else ""
    if word in MOODS:
        write = (f"{key}: {MOODS[word]}",)
        return reader.fault("unknown-word", node, f'no {key} "{word}"', ("Write instead:",), write)
    if word not in STANCES:
        MODALITY(reader, node, key)
        return None
    return reader.fault(
        "unknown-word",
        node,
        f'no {key} "{word}"',
        ("Who believes it goes to the evidence, as a stance. Take the line out, and write there:",),
        (f"stance: {STANCES[word]}",),
    )
