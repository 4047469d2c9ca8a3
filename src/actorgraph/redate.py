"""What to write instead of a text that is no date here. Nothing is repaired: the coder decides."""

import re

from .period import BOTH_ENDS, ONE_DATE, Date, Interval, Refusal, read_date, read_interval

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HIJRI = re.compile(
    r"\b(a\.?h\.?|h\.?s\.?|hijri|shamsi|muharram|safar|rabi|jumada|rajab|sha'?ban|ramadan|shawwal|"
    r"dhu|zul|hamal|sawr|jawza|saratan|asad|sunbula|mizan|aqrab|qaws|jadi|dalw|hut)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(r"^(c\.?|ca\.?|circa|about|around|approx\.?|roughly|~)\s*(?=[0-9])", re.IGNORECASE)
NO_DATE = {
    "unknown",
    "n/a",
    "na",
    "none",
    "null",
    "-",
    "?",
    "undated",
    "tbd",
    "/",
    "..",
    "../..",
    "../",
    "/..",
    "",
}
NOW = r"(present|now|today|ongoing|current|date)"


def refusal(text: str, field: str) -> Refusal:
    """Why it is refused and the nearest thing that would be read."""
    shown = f'"{text}" is not a date (EDTF)'
    found = _allowed(text, field)
    if found:
        return found
    typed = text.strip()
    if HIJRI.search(typed):
        return Refusal(
            shown, (), "Write the Gregorian date: a Hijri year spans two of them, and nothing is converted."
        )
    if typed.lower() in NO_DATE:
        return Refusal(
            f'"{text}" states neither end' if "/" in typed else shown,
            (),
            f"No date in the text: leave it out (no `{field}` at all).",
        )
    if (
        re.search(r"\b(bc|bce)\b", typed, re.IGNORECASE)
        or typed.startswith("-")
        or re.match(r"0000\b", typed)
    ):
        return Refusal(
            shown, ("0001",), "Years run from 0001 to 9999; 0001 is the first that can be written."
        )
    if "," in typed or ";" in typed:
        return Refusal(shown, (), "Two spells are two rows: give each its own.")
    day_or_month = _slashed(typed)
    if day_or_month:
        return Refusal(shown, day_or_month, "Day first or month first? Year, month and day with hyphens:")
    return _mended(typed, shown, field)


def _allowed(text: str, field: str) -> Refusal | None:
    """A well-formed interval that this field does not take, or one with its ends the wrong way round."""
    parts = text.split("/")
    if len(parts) != 2:
        return None
    start, end = (read_date(part) if part not in ("", "..") else None for part in parts)
    if isinstance(start, Refusal) or isinstance(end, Refusal) or (start is None and end is None):
        return None
    if field in ONE_DATE:
        last = end or start
        return Refusal(f'"{text}" is an interval, and `{field}` is one date', (last.text,) if last else ())
    if field in BOTH_ENDS and start is None and end is not None:
        return Refusal(f'a sighting has both ends, and "{text}" has one', (end.text,))
    if field in BOTH_ENDS and end is None and start is not None:
        return Refusal(
            f'a sighting has both ends, and "{text}" has one',
            (),
            f"Still going on? Write `when: {start.text}/..`",
        )
    if isinstance(start, Date) and isinstance(end, Date):
        return Refusal(f'"{text}" ends before it begins', (f"{end.text}/{start.text}",))
    return None


def _slashed(typed: str) -> tuple[str, ...]:
    match = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", typed, re.ASCII)
    if not match:
        return ()
    one, two, year = int(match[1]), int(match[2]), match[3]
    days = (f"{year}-{two:02}-{one:02}", f"{year}-{one:02}-{two:02}")
    return tuple(dict.fromkeys(day for day in days if isinstance(read_date(day), Date)))


def _mended(typed: str, shown: str, field: str) -> Refusal:
    """A date or a period inside the words, rewritten."""
    advice = ""
    text = "".join(str(_digit(c)) if c.isdigit() else c for c in typed)
    about = bool(ABOUT.match(text))
    text = ABOUT.sub("", text)
    text = re.sub(r"[?~]{2}$|\?~$|~\?$", "%", text)
    lowered = text.lower().strip()
    for pattern, form in (
        (rf"^(?:since|from)\s+(\S+)(?:\s+(?:to|until|till|-)\s+{NOW})?$", "{}/.."),
        (rf"^(\S+)\s*(?:/|-|–|—|to)\s*{NOW}$", "{}/.."),
        (r"^(?:until|till|up to|to)\s+(\S+)$", "/{}"),
        (r"^(?:from\s+)?(\S+)\s+(?:to|until|till)\s+(\S+)$", "{}/{}"),
    ):
        match = re.match(pattern, lowered)
        if match:
            ends = [
                _one(group) or group for group in match.groups() if group and not re.fullmatch(NOW, group)
            ]
            return _checked(form.format(*ends), shown, field, "A period takes a slash:")
    decade = re.fullmatch(r"(?:the\s+)?(\d{3})(?:0s|x)", lowered)
    if decade:
        return Refusal(
            shown, (f"{decade[1]}0/{decade[1]}9",), f"A decade means from {decade[1]}0 to {decade[1]}9:"
        )
    if "/" in text:
        return _several(text, shown, field)
    years = re.fullmatch(r"(\d{4})\s*[-–—]\s*(\d{4})", text)
    if years:
        return _checked(f"{years[1]}/{years[2]}", shown, field, "A period takes a slash:")
    short = re.fullmatch(r"(\d{4})[-–—](\d{2})", text)
    if short and int(short[2]) > 12:
        if int(short[2]) > int(short[1][2:]):
            return _checked(
                f"{short[1]}/{short[1][:2]}{short[2]}",
                shown,
                field,
                "Months are 01 to 12. A period takes a slash:",
            )
        return Refusal(f"{shown}: months run from 01 to 12", (), "Months are 01 to 12.")
    found = _one(text)
    if found:
        return _checked(
            f"{found}~" if about and found[-1] not in "~?%" else found, shown, field, "Write instead:"
        )
    return Refusal(
        shown, (), advice or "A date is 2015, 2015-06 or 2015-06-03; a period is two of them with a slash."
    )


def _several(text: str, shown: str, field: str) -> Refusal:
    """Intervals with blanks, or with more than one slash."""
    parts = [part.strip() for part in text.split("/")]
    ends = [part if part in ("", "..") else _one(part) or part for part in (parts[0], parts[-1])]
    more = (
        "An interval has one slash:"
        if len(parts) > 2
        else "No blanks inside a date:"
        if " " in text
        else "Write instead:"
    )
    return _checked("/".join(ends), shown, field, more)


def _one(text: str) -> str | None:
    """One date as it was perhaps meant."""
    mark = text[-1:] if text[-1:] in "~?%" else ""
    body = text.strip().rstrip("~?%").lstrip("~?%").strip()
    if text[:1] in "~?%" and not mark:
        mark = text[0]
    body = re.split(r"[t ]\d{1,2}:", body, flags=re.IGNORECASE)[0]
    if re.fullmatch(r"\d{8}", body):
        body = f"{body[:4]}-{body[4:6]}-{body[6:]}"
    match = re.fullmatch(r"(\d{4})[-.](\d{1,2})(?:[-.](\d{1,2}))?", body)
    if match:
        numbers = [int(group) for group in match.groups() if group]
        body = "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
        body = _last_day(body)
    named = re.fullmatch(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:(\d{1,2}),?\s+)?(\d{4})", body)
    if named and named[2][:3].lower() in MONTHS:
        day = named[1] or named[3]
        body = f"{named[4]}-{MONTHS.index(named[2][:3].lower()) + 1:02}" + (f"-{int(day):02}" if day else "")
    if re.fullmatch(r"\d{1,3}", body):
        body = body.zfill(4)
    return body + mark if isinstance(read_date_quietly(body + mark), Date) else None


def _last_day(body: str) -> str:
    """A day past its month's end becomes the last day there is."""
    if body.count("-") == 2 and body[8:] in ("29", "30", "31"):
        for day in ("31", "30", "29", "28"):
            if day <= body[8:] and read_date_quietly(body[:8] + day):
                return body[:8] + day
    return body


def read_date_quietly(text: str) -> Date | None:
    """The date, or None: without asking what to write instead."""
    from .period import _date

    return _date(text)


def _digit(character: str) -> int | str:
    import unicodedata

    return unicodedata.digit(character, character)


def _checked(text: str, shown: str, field: str, advice: str) -> Refusal:
    """The text if it would be read in that field, else the refusal of what it would become."""
    single = field in ONE_DATE
    good = read_date_quietly(text) if single else isinstance(_quiet_interval(text), Interval)
    if good:
        return Refusal(shown, (text,), advice)
    ends = [part for part in text.split("/") if read_date_quietly(part)]
    if len(ends) == 2 and not single:
        return Refusal(shown, ("/".join(reversed(ends)),), "It ends before it begins:")
    return Refusal(shown, tuple(ends[-1:]), advice if ends else "A date is 2015, 2015-06 or 2015-06-03.")


def _quiet_interval(text: str) -> Interval | None:
    start, _, end = text.partition("/")
    for part in (start, end):
        if part not in ("", "..") and read_date_quietly(part) is None:
            return None
    found = read_interval(text) if text.strip("/.") else None
    return found if isinstance(found, Interval) else None
