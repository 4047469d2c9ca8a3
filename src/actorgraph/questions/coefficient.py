"""Krippendorff's alpha of two coders, its interval, and what the codebook makes of it.

The coefficient is nltk's (the extra `agree`); without it, and below 30 units, only how many are alike is told.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

FEW = 30  # below so many units a coefficient says nothing
DRAWS = 2000
REWRITE, SAY_SO = 0.667, 0.8
REWRITE_IT = "rewrite the rule"

Values = Sequence[tuple[str, str]]
Alpha = Callable[[Values], float]
Blank = Literal["", "few", "no variation", "not installed"]


class Measured(NamedTuple):
    """How far one field agrees. `blank` says why there is no coefficient; `low` and `high` hold 95 of 100 samples."""

    field: str
    units: int
    alike: int
    alpha: float | None
    low: float | None
    high: float | None
    blank: Blank

    @property
    def advice(self) -> str:
        """What the codebook asks for at this height."""
        if self.alpha is None or self.alpha >= SAY_SO:
            return ""
        return REWRITE_IT if self.alpha < REWRITE else "say so"


def measure(field: str, values: Values) -> Measured:
    """Agreement on a nominal field of the units that both have. Rounded to what is told: three decimals."""
    alike = sum(one == other for one, other in values)
    if len(values) < FEW:
        return Measured(field, len(values), alike, None, None, None, "few")
    if len({value for pair in values for value in pair}) == 1:
        return Measured(field, len(values), alike, None, None, None, "no variation")
    found = library()
    if found is None:
        return Measured(field, len(values), alike, None, None, None, "not installed")
    low, high = _interval(values)
    return Measured(field, len(values), alike, round(found(values), 3), round(low, 3), round(high, 3), "")


def library() -> Alpha | None:
    """The coefficient of two coders without gaps, or None where its library is not installed."""
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError:
        return None

    def alpha(values: Values) -> float:
        coded = [(coder, unit, pair[coder]) for unit, pair in enumerate(values) for coder in (0, 1)]
        return float(AnnotationTask(coded).alpha())

    return alpha


def of_counts(counts: Mapping[tuple[str, str], int]) -> float:
    """The same coefficient from how often each pair of values was coded, which need not go through every unit."""
    coded: Counter[str] = Counter()
    for pair, number in counts.items():
        for value in pair:
            coded[value] += number
    total = coded.total()
    unlike = 2 * sum(number for (one, other), number in counts.items() if one != other)
    return 1 - unlike * (total - 1) / (total**2 - sum(number**2 for number in coded.values()))


def _interval(values: Values) -> tuple[float, float]:
    """The middle 95 in 100 of samples drawn from the units, the same samples each time.

    Samples in which nothing varies have no coefficient and are left out. The order of units does not matter.
    """
    import random

    draw = random.Random(1)  # noqa: S311  # a sample, not a secret
    units = sorted(values)
    alphas = []
    for _ in range(DRAWS):
        sample = Counter(draw.choices(units, k=len(units)))
        if len({value for pair in sample for value in pair}) > 1:
            alphas.append(of_counts(sample))
    alphas.sort()
    return alphas[len(alphas) * 25 // 1000], alphas[len(alphas) * 975 // 1000 - 1]
