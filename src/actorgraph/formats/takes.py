"""How a field of the record is had from a row: from a column, or as one word for all; dates as EDTF."""

import re
from typing import Final, NamedTuple

_DATED: Final = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
_TIMED: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d.*")
_WHOLE: Final = re.compile(r"(-?\d+)\.0+")


class Take(NamedTuple):
    """Columns whose cells make up the field, or `is` for every row; `values` says what each cell means."""

    columns: tuple[str, ...] = ()
    fixed: str = ""
    values: dict[str, str] | None = None
    split: str = ""
    others: str = ""

    def cells(self, row: dict[str, str]) -> list[str]:
        return [row.get(column, "") for column in self.columns]

    def word(self, cell: str) -> str | None:
        """What the cell means; None where `values` does not say."""
        if self.values is None or not cell:
            return cell
        if cell in self.values:
            return self.values[cell]
        plain = whole(cell)
        return next(
            (word for value, word in self.values.items() if whole(value) == plain), self.others or None
        )


def whole(cell: str) -> str:
    """A number without decimals that say nothing, a text folded for comparison.

    >>> whole("1.0"), whole("+1"), whole(" Ally")
    ('1', '1', 'ally')
    """
    plain = " ".join(cell.split()).casefold()
    if found := _WHOLE.fullmatch(plain.lstrip("+")):
        return found[1]
    return plain[1:] if plain.startswith("+") and plain[1:].isdigit() else plain


def dated(cell: str, order: str) -> str:
    """The cell as EDTF where it can be nothing else, or the mapping says which figure is the day; else as it stands.

    >>> dated("1942.0", ""), dated("31/12/2020", "day first"), dated("3/4/2020", "")
    ('1942', '2020-12-31', '3/4/2020')
    """
    cell = cell.strip()
    if found := _WHOLE.fullmatch(cell):
        return found[1]
    if timed := _TIMED.fullmatch(cell):
        return timed[1]
    found = _DATED.fullmatch(cell)
    if not found:
        return cell
    one, two, three = found.groups()
    if len(one) == 4:
        return f"{one}-{int(two):02}-{int(three):02}" if len(three) < 3 else cell
    if len(three) != 4 or not order:
        return cell
    day, month = (one, two) if order == "day first" else (two, one)
    return f"{three}-{int(month):02}-{int(day):02}"
