"""From an older version of the format to the one that is read, step by step."""

from collections.abc import Callable, Mapping
from typing import Final

from ..decode.about import FORMAT
from ..errors import Fault
from ..nodes import Scalar
from .draft import Draft

# What a step does to the text of the files, by their names; the step sets `format:` itself.
Step = Callable[[Mapping[str, str]], Mapping[str, str]]

# From each older version: the one after it, and the way there. There has been one version so far.
STEPS: Final[Mapping[str, tuple[str, Step]]] = {}


def migrated(draft: Draft, steps: Mapping[str, tuple[str, Step]] = STEPS) -> tuple[str, Mapping[str, str]]:
    """The version that the data set is written in, and its files in the one that is read."""
    texts: Mapping[str, str] = {name: draft.text(name) for name in draft.before}
    begun = version = _version(draft)
    while version != FORMAT:
        if version not in steps:
            raise Fault(
                f'There is no way from format "{version}" to format {FORMAT}, which this version reads.',
                "Is the data newer, take a newer actorgraph.",
            )
        version, step = steps[version]
        texts = step(texts)
    return begun, texts


def _version(draft: Draft) -> str:
    root = draft.root("dataset.yaml")
    found = root.get("format") if root is not None else None
    if not isinstance(found, Scalar) or not found.text:
        raise Fault(f"dataset.yaml does not say its format. Write at its top: format: {FORMAT}")
    return found.text
