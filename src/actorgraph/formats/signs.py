"""Types for a sign and nothing else: what a list of plus and minus states of two, without a word on how."""

from typing import Final

from .incoming import Incoming, Record
from .takes import Take

_TYPE: Final[Record] = {"class": "status", "symmetric": "yes", "names": ["with"]}
TYPES: Final[dict[str, Record]] = {
    "positive-tie": {
        **_TYPE,
        "family": "cooperative",
        "sign": "+",
        "reads": "and TO have a positive tie",
        "noun": "positive tie",
        "def": "a list of signed edges has a plus for the two; of what kind the tie is, it does not say",
    },
    "negative-tie": {
        **_TYPE,
        "family": "hostile",
        "sign": "-",
        "reads": "and TO have a negative tie",
        "noun": "negative tie",
        "def": "a list of signed edges has a minus for the two; of what kind the tie is, it does not say",
    },
}


def declare(incoming: Incoming, take: Take | None) -> None:
    """Those of the types that the mapping speaks of, as types of the file's own."""
    wanted = {take.fixed, take.others, *(take.values or {}).values()} if take else set()
    for name, record in TYPES.items():
        if name in wanted:
            incoming.type(name, record)
