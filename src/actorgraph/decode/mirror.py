"""A tie that holds both ways, stated once from each end."""

from ..model import Relation
from ..nodes import Mapping, Node, Scalar
from ..spell import Claim, Days, joined
from ..standing import positions
from ..vocabulary import Vocabulary
from .reader import Reader


class Mirrors:
    """The symmetric rows read so far, each with the end it was typed from."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._types = vocabulary.types
        # By tie and end; of rows with the same days the first, or a stranger's file could make this take hours.
        self._rows: dict[tuple[object, ...], dict[Days, Relation]] = {}

    def told(self, reader: Reader, row: Relation, node: Node) -> bool:
        """Whether a row before states the same tie from its other end, at a time that both may share."""
        if not self._types[row.type].symmetric:
            return False
        from_ = node.get("from") if isinstance(node, Mapping) else None
        turned = isinstance(from_, Scalar) and from_.text != row.from_
        days = _days(row)
        tie = (row.type, *row.ends, row.modality, *row.against)
        for others, other in self._rows.get((not turned, *tie), {}).items():
            if _may_meet(others, days):
                _tell(reader, row, other)
                return True
        self._rows.setdefault((turned, *tie), {}).setdefault(days, row)
        return False


def _days(row: Relation) -> Days:
    claims = [item.time for item in positions(row.evidence).timing]
    expected = row.modality == "expected"
    return joined(claims or [Claim(row.when, row.as_of, row.gone_by, None, None, expected)])


def _may_meet(one: Days, other: Days) -> bool:
    return max(one.s1, other.s1) <= min(one.e2, other.e2)


def _tell(reader: Reader, row: Relation, first: Relation) -> None:
    where = first.where
    reader.fault(
        "mirror",
        row.where,
        f"{row.type} holds both ways, and this tie stands here already, typed from its other end",
        (
            f"It stands at {where.file}:{where.line}:{where.column}. Take this row out, and put what it adds there,",
            "as one more item of evidence.",
        ),
    )
