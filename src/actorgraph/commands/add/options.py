"""The options of the `add` commands, and their values as a file can hold them."""

import re
from typing import Annotated, Any

import typer

from ...errors import Fault
from ...text import UNSAFE
from .. import offering
from ..recording import Data, DryRun

Options = dict[str, tuple[Any, Any]]
# What may stand on several lines; everything else is one.
LONG = ("gist", "quote", "note")


def argument(metavar: str, help_: str, offers: Any = None) -> tuple[Any, Any]:
    """A value by its place on the line."""
    kind = str | None
    return Annotated[kind, typer.Argument(metavar=metavar, help=help_, autocompletion=offers)], None


def text(name: str, help_: str, metavar: str = "WORDS", offers: Any = None) -> tuple[Any, Any]:
    """An option that takes one text."""
    kind = str | None
    return Annotated[kind, typer.Option(name, metavar=metavar, help=help_, autocompletion=offers)], None


def texts(name: str, help_: str, metavar: str = "WORDS", offers: Any = None) -> tuple[Any, Any]:
    """An option that may be given several times."""
    kind = list[str] | None
    return Annotated[kind, typer.Option(name, metavar=metavar, help=help_, autocompletion=offers)], None


def word(name: str, help_: str, group: str) -> tuple[Any, Any]:
    """An option that takes a word of one of the closed lists."""
    return text(name, help_, "WORD", offering.words(group))


COMMON: Options = {
    "anyway": (
        Annotated[bool, typer.Option("--anyway", help="Add it although one like it is there.")],
        False,
    ),
    "data": (Data, None),
    "dry_run": (DryRun, False),
    "no_input": (Annotated[bool, typer.Option("--no-input", help="Ask nothing, also on a terminal.")], False),
}
EVIDENCE: Options = {
    "evidence": texts(
        "--evidence",
        'Where it stands: "SOURCE PLACE" or "SOURCE PLACE VOICE STANCE".',
        "EVIDENCE",
        offering.documents,
    )
}
# What one item of evidence may say beside its source and place, by the field's name.
ITEM: Options = {
    "says": text("--says", "Whose word it is, if not the source's own.", "VOICE", offering.speakers),
    "via": texts("--via", "Who passes that word on inside the source.", "VOICE", offering.speakers),
    "stance": word("--stance", "suggests, doubts, disputes ...; supports if none is named.", "stances"),
    "hedge": text("--hedge", "The source's hedging word."),
    "likelihood": word("--likelihood", "Where the voice itself uses such a word.", "likelihood"),
    "confidence": word("--confidence", "Stated by the voice about its own judgement.", "confidence"),
    "credibility": text("--credibility", "Your grade of this item.", "1|2|3|4|5|6"),
    "said": text("--said", "When it was uttered, if not when the source appeared.", "DATE"),
    "gist": text("--gist", "The passage in your own words."),
    "quote": text("--quote", "The source's own words."),
    "retrieved": text("--retrieved", "When it was read.", "DATE"),
}
TIME: Options = {
    "when": text("--when", "The period: 2019, 2019/.. (and still), 2019/2021, /2019 (until).", "FROM/TO"),
    "as-of": text("--as-of", "Seen then: 2021, or 2017/2021 (first and last).", "FROM/TO"),
    "gone-by": text("--gone-by", "Over by then.", "DATE"),
}
NOTE: Options = {"note": text("--note", "Your words on the coding.")}


def taken(name: str, typed: str) -> str:
    """A text that a file can hold and a reader can see; a Fault says what else it holds."""
    found = re.sub("\r\n?", "\n", typed).strip()
    if not found:
        raise Fault(f"{_shown(name)} is empty. Give it words, or leave it out.")
    unseen = re.search(UNSAFE, re.sub("[\n\t]", "", found))
    if unseen:
        code = ord(unseen[0])
        what = "bytes that are no text" if 0xD800 <= code < 0xE000 else f"U+{code:04X}, which can't be seen"
        raise Fault(f"{_shown(name)} holds {what}. Type it again without.")
    if name not in LONG and re.search("[\n\t]", found):
        raise Fault(f"{_shown(name)} holds a line break or a tab. Write it on one line, with blanks.")
    return found


def _shown(name: str) -> str:
    return name if name.isupper() else f"--{name}"
