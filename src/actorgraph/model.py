"""The records of a data set: what was typed, checked and linked. Nothing here can change."""

from typing import Any, NamedTuple

from .period import Date, Interval
from .problems import Span
from .spell import Claim


class Voice(NamedTuple):
    """Somebody who speaks in a source and is no actor of the graph."""

    id: str
    name: str
    kind: str
    where: Span


class Source(NamedTuple):
    """A document. `own` is its own voice: the author, or the publisher where no author is named."""

    id: str
    title: str
    where: Span
    author: str = ""
    publisher: str = ""
    published: Date | None = None
    url: str = ""
    reliability: str = ""
    derives_from: tuple[str, ...] = ()
    text: str = ""
    sha256: str = ""
    label: str = ""
    handling: str = ""
    note: str = ""

    @property
    def own(self) -> str:
        return self.author or self.publisher


class Evidence(NamedTuple):
    """One voice at one place of one source, its stance, and the period that passage speaks of.

    `time` holds the dates that count for this item: its own, or the row's where it has none of its own.
    """

    source: str
    where: Span
    at: tuple[str, ...] = ()
    says: str = "author"
    via: tuple[str, ...] = ()
    stance: str = "supports"
    hedge: str = ""
    likelihood: str = ""
    confidence: str = ""
    credibility: str = ""
    said: Date | None = None
    when: Interval | None = None
    as_of: Interval | None = None
    gone_by: Date | None = None
    gist: str = ""
    quote: str = ""
    retrieved: Date | None = None
    time: Claim = Claim(None, None, None, None, None, False)

    @property
    def places(self) -> tuple[str, ...]:
        """Where the item stands, as `source:at`, or the source alone."""
        return tuple(f"{self.source}:{at}" for at in self.at) or (self.source,)


class Assessment(NamedTuple):
    """A named analyst's judgement of a relation."""

    confidence: str
    by: str
    on: Date
    why: str = ""


class Signature(NamedTuple):
    """Who coded or read a record, and when."""

    by: str
    on: Date | None = None


class Relation(NamedTuple):
    """What would be so between two actors; who believes it is the evidence's business.

    `scenario` is the what-if that brings it, or makes it other than the record has it; empty for the record's own.
    """

    id: str
    from_: str
    type: str
    to: str
    where: Span
    against: tuple[str, ...] = ()
    modality: str = "actual"
    if_: str = ""
    when: Interval | None = None
    as_of: Interval | None = None
    gone_by: Date | None = None
    means: tuple[str, ...] = ()
    extent: str = ""
    priority: str = ""
    scope: str = ""
    place: tuple[str, ...] = ()
    event: str = ""
    see: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessment: Assessment | None = None
    coding: str = "sure"
    handling: str = ""
    coded: Signature | None = None
    reviewed: tuple[Signature, ...] = ()
    note: str = ""
    typed: str = ""
    scenario: str = ""

    @property
    def ends(self) -> tuple[str, str]:
        return (self.from_, self.to)


class Trait(NamedTuple):
    """What holds of one actor, with its evidence."""

    trait: str
    where: Span
    on: str = ""
    is_: str = ""
    figure: str = ""
    toward: str = ""
    priority: str = ""
    modality: str = "actual"
    when: Interval | None = None
    as_of: Interval | None = None
    gone_by: Date | None = None
    place: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    coding: str = "sure"
    note: str = ""


class Alias(NamedTuple):
    """Another name of an actor, with who uses it where the coder says so."""

    name: str
    where: Span
    lang: str = ""
    by: tuple[str, ...] = ()
    when: Interval | None = None
    evidence: tuple[Evidence, ...] = ()
    kind: str = "full"
    shared: bool = False


class Actor(NamedTuple):
    """Who can stand at an end of a relation."""

    id: str
    name: str
    kind: str
    where: Span
    aliases: tuple[Alias, ...] = ()
    of: str = ""
    existed: Interval | None = None
    place: tuple[str, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    traits: tuple[Trait, ...] = ()
    note: str = ""
    shared: bool = False


class Figure(NamedTuple):
    """A number of an event with its unit, as the source has it, and who says so."""

    unit: str
    figure: str
    says: str = ""


class Event(NamedTuple):
    """What happened at a time and would be counted."""

    id: str
    name: str
    where: Span
    when: Interval | None = None
    place: tuple[str, ...] = ()
    who: tuple[tuple[str, tuple[str, ...]], ...] = ()
    figures: tuple[Figure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    see: tuple[str, ...] = ()
    handling: str = ""
    note: str = ""


class Edit(NamedTuple):
    """One change that a scenario makes: `add` brings a relation; `end`, `change` and `holds` name one by its id.

    `fields` are the attributes of the relation that `change` sets.
    """

    verb: str
    reason: str
    where: Span
    relation: Relation | None = None
    id: str = ""
    fields: tuple[tuple[str, Any], ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Attitude(NamedTuple):
    """Where a source says that somebody stands towards an option, or what speaks for or against it; `who` may be empty."""

    stands: str
    why: str
    where: Span
    who: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Risk(NamedTuple):
    """A risk that a source states for an option, and for whom."""

    risk: str
    where: Span
    to: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


ASSUMED = "Assumed"  # the scenario of the command line: no id of the record has a capital


class Ended(NamedTuple):
    """From when a scenario has a relation of the record end, and who says that it would."""

    on: Date
    evidence: tuple[Evidence, ...]


class Scenario(NamedTuple):
    """A what-if on a day: what the decider does, what a source says could follow, and what stands in the way."""

    id: str
    name: str
    on: Date
    where: Span
    do: tuple[Edit, ...] = ()
    then: tuple[Edit, ...] = ()
    unless: tuple[str, ...] = ()
    stands: tuple[Attitude, ...] = ()
    risks: tuple[Risk, ...] = ()
    see: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is done, then what could follow."""
        return (*self.do, *self.then)

    @property
    def cites(self) -> tuple[Evidence, ...]:
        """Every item of its evidence, wherever it stands in it."""
        held = [self.evidence, *(edit.evidence for edit in self.edits)]
        held += [*(stand.evidence for stand in self.stands), *(risk.evidence for risk in self.risks)]
        return tuple(item for items in held for item in items)


class Coverage(NamedTuple):
    """What was searched. A field holds `all`, a list of ids, or the coder's own words."""

    sources: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    period: Interval | None = None


class Suppression(NamedTuple):
    """One row of one check that the coder has judged and keeps."""

    check: str
    at: str
    why: str
    where: Span


class About(NamedTuple):
    """dataset.yaml."""

    title: str = ""
    format: str = "1"
    question: str = ""
    coverage: Coverage | None = None
    coders: tuple[str, ...] = ()
    handling: str = "TLP:CLEAR"
    licence: str = ""
    version: str = ""
    cite: str = ""
    corrections: str = ""
    suppress: tuple[Suppression, ...] = ()
