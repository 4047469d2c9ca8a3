"""Rules, one file each: `bad_id.py` holds all there is to say about the problem `bad-id`.

The shape of a rule: its docstring is the rule in one line. `WHY` says what would go wrong for the analyst and
how to decide. `GOOD`, `BAD` and `ALSO_BAD` are files laid beside those of `sample.py`, or a sentence where no
text could show the fault. `SEVERITY` stands where it is not "error". Most faults are found in reading (nodes,
tree, decode, load). A rule that needs the whole record has `check(dataset)`, one that compares the evidence
with the source's own text has `check(cited)`; `cited` reads the text, `verbatim` looks for a quote in it. Both
yield problems at the record they concern, and `report` moves each to the first value that its message quotes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from ..dataset import Dataset
from ..nodes.lines import split
from ..problems import Problem, Severity, Span
from .cited import read

if TYPE_CHECKING:
    from ..dataset import Loaded
    from .sample import Sample

# By what they concern. The rules of the last two groups have a `check`.
INDEX: dict[str, str] = {
    "Files": """missing_file unreadable_file link_outside unknown_file too_many_files file_too_large empty_file
        not_utf8 byte_order_mark control_character unknown_format""",
    "YAML": """syntax tab duplicate_key anchor alias tag merge_key key_not_text several_documents too_deep
        too_long too_many_faults""",
    "Fields": """unknown_key missing_key empty_value wrong_shape bad_id same_id bad_figure segment_of""",
    "Names": """unknown_actor unknown_type unknown_source unknown_voice unknown_stance unknown_word unknown_kind
        unknown_trait unknown_role unknown_event""",
    "Ties and evidence": """mirror self_loop against_an_end means_not_taken if_not_expected evidence_words
        bad_place long_hedge unlikely_support""",
    "Time": """not_a_date early_year clash two_rows after_publication as_of_expected""",
    "Scenarios": """absent_row holds_not_expected""",
    "The whole record": """roll_up_cycle source_circle outside_existence same_name unknown_relation unknown_check
        unknown_record unsourced same_evidence quote_twice unused_source unused_voice hostile_voice against_no_foe
        view_says_from event_without_row near_places""",
    "The text of a source": """unreadable_text changed_text no_paragraph place_not_numbered quote_not_found
        date_not_in_passage gist_repeats""",
}
GROUPS = {
    heading: tuple(word.replace("_", "-") for word in words.split()) for heading, words in INDEX.items()
}
NAMES = tuple(name for group in GROUPS.values() for name in group)
WHOLE = GROUPS["The whole record"]
CITED = GROUPS["The text of a source"]


class Rule(NamedTuple):
    """What there is to say about a problem of that name."""

    name: str
    severity: Severity
    summary: str
    why: str
    good: "Sample"
    bad: "Sample"
    also_bad: "Sample"


class Kept(NamedTuple):
    """A judgement that a row of `suppress` in dataset.yaml keeps as it is, and the reason it gives."""

    problem: Problem
    why: str


class Report(NamedTuple):
    """What is wrong with a data set, by place, and what was judged and kept."""

    problems: list[Problem]
    kept: list[Kept]


def rule(name: str) -> Rule:
    """The rule that bears the name, one of NAMES."""
    found = _module(name)
    summary = (found.__doc__ or "").strip()
    return Rule(name, severity(name), summary, found.WHY, found.GOOD, found.BAD, found.ALSO_BAD)


def severity(name: str) -> Severity:
    found: Severity = getattr(_module(name), "SEVERITY", "error")
    return found


def run(loaded: "Loaded") -> Iterator[Problem]:
    """What the rules with a `check` find, each problem at the record it concerns."""
    for name in WHOLE:
        yield from _module(name).check(loaded.dataset)
    for cited in read(loaded.dataset, loaded.folder):
        for name in CITED:
            yield from _module(name).check(cited)


def report(loaded: "Loaded") -> Report:
    """What reading and the rules find; what `suppress` in dataset.yaml keeps stands apart."""
    records = _Records(loaded.dataset, loaded.texts)
    keeping = {(row.check, row.at): row.why for row in loaded.dataset.about.suppress}
    found = [
        *loaded.problems,
        *(problem._replace(where=records.narrowed(problem)) for problem in run(loaded)),
    ]
    problems, kept = [], []
    for problem in sorted(found, key=lambda problem: (problem.where, problem.name, problem.what)):
        why = keeping.get((problem.name, records.at(problem.where)))
        if why is None or problem.severity == "error":
            problems.append(_on_purpose(problem, records))
        else:
            kept.append(Kept(problem, why))
    return Report(problems, kept)


class _Records:
    """Where the records of a data set begin, to tell in which of them a place lies."""

    def __init__(self, dataset: Dataset, texts: dict[str, bytes]) -> None:
        self._texts = texts
        self._lines: dict[str, list[str]] = {}
        # A source's own voice may have been made from its name, and then stands inside the source.
        own = {name for source in dataset.sources.values() for name in (source.author, source.publisher)}
        voices = [voice for voice in dataset.voices.values() if voice.id not in own]
        families = (dataset.actors.values(), dataset.sources.values(), dataset.events.values(), voices)
        records = [(one.where, one.id) for family in (*families, dataset.relations) for one in family]
        self._begins = sorted(records)

    def at(self, where: Span) -> str:
        """The id of the record that holds the place; empty where none does."""
        index = self._after(where) - 1
        return self._begins[index][1] if index >= 0 and self._begins[index][0].file == where.file else ""

    def narrowed(self, problem: Problem) -> Span:
        """The place of the first value that the message quotes, where that stands in the record."""
        where = problem.where
        quoted = re.search(r'"([^"]+)"', problem.what)
        if not quoted:
            return where
        word = re.compile(rf"(?<![\w.-]){re.escape(quoted[1])}(?![\w-])")
        for number, line in enumerate(self._record(where), where.line):
            found = word.search(line, where.column - 1 if number == where.line else 0)
            if found:
                return Span(where.file, number, found.start() + 1, len(quoted[1]))
        return where

    def _record(self, where: Span) -> list[str]:
        """The lines from that place to the next record."""
        if where.file not in self._lines:
            self._lines[where.file] = split(self._texts.get(where.file, b"").decode("utf-8-sig", "replace"))
        index = self._after(where)
        more = index < len(self._begins) and self._begins[index][0].file == where.file
        end = max(self._begins[index][0].line - 1, where.line) if more else None
        return self._lines[where.file][where.line - 1 : end]

    def _after(self, where: Span) -> int:
        # However long the record's first value is, its place comes before.
        return bisect_right(self._begins, (where._replace(length=1 << 40), ""))


def _on_purpose(problem: Problem, records: _Records) -> Problem:
    """A judgement with the row that keeps things as they are."""
    id_ = records.at(problem.where)
    if problem.severity == "error" or not id_:
        return problem
    keep = f"    - {{check: {problem.name}, at: {id_}, why: ...}}"
    lead = "Is it right as it stands? Say why under `suppress:` in dataset.yaml:"
    return problem._replace(after=(*problem.after, lead, keep))


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name.replace('-', '_')}")
