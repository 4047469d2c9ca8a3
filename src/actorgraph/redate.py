"""What to write instead of a text that is no date here. Nothing is repaired: the coder decides."""

import re
from datetime import date
from typing import Final

from .period import BOTH_ENDS, ONE_DATE, Refusal, as_date, as_interval, hint

_LONGEST: Final = 80
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SOLAR: Final = (
    r"\b(a?h\.?s\.?|s\.?h\.?|shamsi|hamal|sawr|saur|jawza|saratan|asad|sunbula|mizan|aqrab|qaws|jadi|dalw|hut)(?!\w)"
    "|\u0634\u0645\u0633|\u0647\\.? ?\u0634"
)
_LUNAR: Final = (
    r"(?<=\d)h\b|\b(a\.?h\.?|hijri|hijra|muharram|safar|rabi|jumada|rajab|sha'?ban|ramadan|shawwal|dhu|zul)(?!\w)"
    "|\u0647\u062c\u0631|\u0647\u0640|\u0642\u0645\u0631"
)
_BEFORE_CHRIST: Final = r"(?<![^\W\d_])b\.?c\.?(e\.?)?(?!\w)|^-\d|(^|/)0000\b"
_NO_DATE: Final = frozenset(
    (
        "",
        "-",
        "?",
        "/",
        "..",
        "../..",
        "../",
        "/..",
        "unknown",
        "undated",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
        "tbd",
    )
)
_NOW: Final = r"(?:the )?(?:present|now|today|ongoing|current|date|open|still)"
_ABOUT: Final = r"^(?:circa|ca|c|about|around|approximately|approx|roughly|some ?time in)(?:(?=\d)|\b\.? ?)"
_LOOSE: Final = r"\b(?:early|mid|middle|late|beginning|end|in|on|during|the|of|month|year)\b[- ]?"
_PART: Final = r"\b(early|mid|middle|late|beginning|end|spring|summer|autumn|fall|winter)\b"
_DECADE: Final = r"(?:the )?(early |mid[- ]?|late )?(?:the )?(\d{3})(?:0'?s|[xu*])"
_SHAPES: Final = "A date is 2015, 2015-06 or 2015-06-03; a period is two of them with a slash."

# The first that fits says what stands in the words; {0} and {1} are what the groups caught, read as dates.
_PERIODS: Final = (
    (
        rf"(?:since|from)? ?(.+?) ?(?:/|-|to|until|till) ?{_NOW}",
        ("{0}/..",),
        "What goes on has `..` as its end:",
    ),
    (r"since (.+)", ("{0}/..",), "What goes on has `..` as its end:"),
    (r"(.+?) ?(?:\+|onwards?|and after)", ("{0}/..",), "What goes on has `..` as its end:"),
    (r"(?:from |between )?(.+?) (?:to|until|till|through|-) (.+)", ("{0}/{1}",), "A period has a slash:"),
    (r"between (.+?) and (.+)", ("{0}/{1}",), "A period has a slash:"),
    (r"(\d{4}(?:-\d\d)*?) ?- ?(\d{4}(?:-\d\d)*)", ("{0}/{1}",), "A period has a slash:"),
    (r"(.+?) ?\.\. ?(.+)", ("{0}/{1}",), "A period has a slash:"),
    (
        r"(?:until|till|up to|to|before|by|no later than) (.+)",
        ("/{0}",),
        "An end whose beginning is not stated:",
    ),
    (r"(?:from|after|starting) (.+)", ("{0}/",), "A beginning whose end is not stated:"),
    (r"(\d{4}|\d{4}-\d\d) ?-", ("{0}/..", "{0}/"), "`..` for what goes on, nothing for an end not stated:"),
    (r"(.+?) ?/ ?(?:unknown|\?)", ("{0}/",), "Nothing stands for an end not stated:"),
    (r"(?:unknown|\?) ?/ ?(.+)", ("/{0}",), "Nothing stands for an end not stated:"),
    (r"(.+?) ?/ ?", ("{0}/",), "Write instead:"),
    (r" ?/ ?(.+)", ("/{0}",), "Write instead:"),
    (r"(.+?) ?/ ?(.+)", ("{0}/{1}",), "Write instead, without blanks and words:"),
)


def refusal(text: str, field: str) -> Refusal:
    """Why it is refused, and the nearest thing that would be read."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "..."
    plain = _plain(text[: _LONGEST * 2])
    what = f'"{shown}" is not a date'
    if plain in _NO_DATE:
        what = f'"{shown}" states neither end' if "/" in plain else what
        return Refusal(what, (), f"No date in the text means no field: leave it out, the whole `{field}`.")
    found = _shaped(plain, field) or _foreign(plain) or _meant(plain, field)
    early = any((date := as_date(part)) and hint(date) for value in found.write for part in value.split("/"))
    advice = f"Is it a Hijri year? Dates are Gregorian. {found.advice}" if early else found.advice
    return Refusal(found.what or what, found.write, advice)


def _plain(text: str) -> str:
    """Small letters, the digits 0 to 9, one kind of hyphen, single blanks."""
    import unicodedata

    text = "".join(str(unicodedata.digit(c, c)) for c in text).lower()
    return " ".join(re.sub("[\u2010-\u2015\u2212]", "-", text).split())


def _shaped(plain: str, field: str) -> Refusal | None:
    """An interval in good shape that this field does not take, or one with its ends the wrong way round."""
    start_text, slash, end_text = plain.partition("/")
    start, end = as_date(start_text), as_date(end_text)
    shaped = (start or start_text in ("", "..")) and (end or end_text in ("", ".."))
    if not slash or not shaped or not (start or end):
        return None
    last = end or start
    if field in ONE_DATE:
        return Refusal(f'"{plain}" is a period, and `{field}` is one date', (last.text,) if last else ())
    if start and end:
        return Refusal(f'"{plain}" ends before it begins', (f"{end.text}/{start.text}",), "Write instead:")
    if field in BOTH_ENDS and last:
        on = f"Goes on? Write `when: {last.text}/..`. " if start else ""
        return Refusal(f'"{plain}" has one end, and a sighting has both', (last.text,), f"{on}Seen once:")
    return None


def _foreign(plain: str) -> Refusal | None:
    """Another calendar, or no year of ours."""
    solar, lunar = re.search(_SOLAR, plain), re.search(_LUNAR, plain)
    if solar or lunar:
        return _hijri(plain, solar=solar is not None)
    if re.search(_BEFORE_CHRIST, plain):
        until = re.fullmatch(r"-([1-9]\d{3})", plain)
        advice = "Years run from 0001 to 9999. Say what lies before in `note`."
        return Refusal("", (f"/{until[1]}",) if until else (), advice + (" Until then:" if until else ""))
    return None


def _hijri(plain: str, *, solar: bool) -> Refusal:
    """When the year named began and ended. Nothing is converted: which day or month is meant, the coder decides."""
    years = [int(year) for year in re.findall(r"(?<!\d)\d{3,4}(?!\d)", plain)]
    if not years or not all(1 <= year <= 1500 for year in years):
        return Refusal(
            "", (), "Write the Gregorian date: a Hijri year spans two of them, and nothing is converted."
        )
    first, last = min(years), max(years)
    begins, ends = _begins(first, solar=solar), _begins(last + 1, solar=solar)
    named = f"{'Solar Hijri' if solar else 'Hijri'} {first}" + (f" to {last}" if last > first else "")
    ran = f"{named} ran from about {_month_of(begins)} to {_month_of(ends)}"
    return Refusal("", (), f"{ran}. Write the Gregorian month or year that is meant: nothing is converted.")


def _begins(year: int, *, solar: bool) -> date:
    """The first day of a Solar Hijri year, at the equinox, or of a lunar one by the calendar's tables, to a day or two."""
    if solar:
        return date(year + 621, 3, 21)
    days_before = 354 * (year - 1) + (3 + 11 * year) // 30
    return date.fromordinal(date(622, 7, 19).toordinal() + days_before)


def _month_of(day: date) -> str:
    return f"{_MONTHS[day.month - 1].capitalize()} {day.year}"


def _meant(plain: str, field: str) -> Refusal:
    """What perhaps was meant by the words."""
    if found := _one(plain):
        return _fitting((found,), field, "Write instead:")
    if month := re.fullmatch(r"(\d{4})-(\d\d)[~?%]?", plain):
        return _short_range(month[1], month[2], field)
    if either := _day_or_month(plain):
        return Refusal("", either, "Day first or month first? Year, month and day, with hyphens:")
    if decade := re.fullmatch(_DECADE, plain):
        first, last = f"{decade[2]}0", f"{decade[2]}9"
        return _fitting((f"{first}/{last}",), field, f"A decade means from {first} to {last}:")
    slashed = plain.split("/")
    if len(slashed) > 2 and (outer := [_one(slashed[0]), _one(slashed[-1])]) and all(outer):
        return _fitting((f"{outer[0]}/{outer[1]}",), field, "A period has one slash:")
    for pattern, forms, advice in _PERIODS:
        match = re.fullmatch(pattern, plain)
        ends = [_one(group) for group in match.groups()] if match else []
        if ends and all(ends):
            return _fitting(tuple(form.format(*ends) for form in forms), field, advice)
    several = re.split(r" ?(?:,|;|&|\band\b) ?", plain)
    if len(several) > 1 and all(_one(part) for part in several):
        return Refusal("", (), "Two spells are two rows: give each its own.")
    if re.search("[a-z]", plain):
        years = set(re.findall(r"(?<![\d-])\d{4}(?![\d-])", plain))
        nearest = _one(re.sub(_LOOSE, "", plain)) or (years.pop() if len(years) == 1 else "")
        if as_date(nearest):
            part = re.search(_PART, plain)
            lost = (
                f' "{part[1]}" can stand in `gist`, or write the months that the source names.'
                if part
                else ""
            )
            return Refusal("", (nearest,), f"A date has no words.{lost} The nearest without them:")
    return Refusal("", (), _SHAPES)


def _short_range(year: str, tail: str, field: str) -> Refusal:
    """`2016-20`: no month, and perhaps a period."""
    advice = "Months run from 01 to 12."
    if tail <= year[2:]:
        return Refusal("", (), f"{advice} {_SHAPES}")
    return _fitting((f"{year}/{year[:2]}{tail}",), field, f"{advice} A period has a slash:")


def _day_or_month(plain: str) -> tuple[str, ...]:
    match = re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", plain)
    if not match:
        return ()
    one, two, year = int(match[1]), int(match[3]), match[4]
    days = (f"{year}-{two:02}-{one:02}", f"{year}-{one:02}-{two:02}")
    return tuple(dict.fromkeys(day for day in days if as_date(day)))


def _fitting(candidates: tuple[str, ...], field: str, advice: str) -> Refusal:
    """The candidates that the field takes; of one that it does not take, what to write instead of that."""
    good = tuple(
        text for text in candidates if (as_date(text) if field in ONE_DATE else as_interval(text, field))
    )
    if good:
        return Refusal("", good, advice)
    found = _shaped(candidates[0], field) or Refusal("", (), _SHAPES)
    return found._replace(what="")


def _one(text: str) -> str | None:
    """One date as it was perhaps meant, with its mark."""
    body, marks = text.strip(), set()
    if about := re.match(_ABOUT, body):
        body = body[about.end() :]
        marks.add("~")
    trimmed = body.strip(" ~?%()[]")
    marks.update(c for c in body if c in "~?%")
    mark = "" if not marks else marks.pop() if len(marks) == 1 else "%"
    for shape in (_hyphened, _named):
        if (found := shape(re.sub(r" ?\b(ad|ce|a\.d\.|c\.e\.)$", "", trimmed))) and as_date(found + mark):
            return found + mark
    return None


def _hyphened(body: str) -> str | None:
    """Year, month and day in figures: compact, with single digits, with a time of day, or past the month's end."""
    body = re.sub(r"(?<=\d)[t ]\d{1,2}(:\d\d)+[^/]*$|(-[xu*]{2})+$", "", body)
    match = (
        re.fullmatch(r"(\d{4})(?:([-./])(\d{1,2})(?:\2(\d{1,2}))?)?", body)
        or re.fullmatch(r"(\d{4})()(\d\d)(\d\d)?", body)
        or re.fullmatch(r"(?P<m>\d{1,2})[-./](?P<y>\d{4})", body)
    )
    if not match:
        return None
    if "y" in match.groupdict():
        return f"{match['y']}-{int(match['m']):02}"
    found = "-".join([match[1], *(f"{int(part):02}" for part in match.groups()[2:] if part)])
    if match[4] and 28 < int(match[4]) < 32:
        days = (f"{found[:8]}{day}" for day in range(int(match[4]), 27, -1))
        return next((day for day in days if as_date(day)), None)
    return found


def _named(body: str) -> str | None:
    """A month by its name, with or without a day."""
    body = re.sub(r"(?<=\d)(st|nd|rd|th)\b|\bof\b|[,.]", " ", body)
    words = [word for part in body.split() for word in part.split("-")]
    names = [word for word in words if word.isalpha()]
    figures = [word for word in words if word.isdecimal()]
    if len(names) != 1 or len(names) + len(figures) != len(words) or len(names[0]) < 3:
        return None
    month = next(
        (n for n, name in enumerate(_MONTHS, 1) if name.startswith(names[0].replace("sept", "sep"))), 0
    )
    years = [word for word in figures if len(word) == 4]
    days = [int(word) for word in figures if len(word) < 3]
    if not month or len(years) != 1 or len(years) + len(days) != len(figures) or len(days) > 1:
        return None
    return f"{years[0]}-{month:02}" + (f"-{days[0]:02}" if days else "")
