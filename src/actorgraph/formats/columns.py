"""What the columns of each table are called and what stands in them: the data dictionary of every export."""

from typing import Final, NamedTuple


class Column(NamedTuple):
    """What a column is called, what stands in it, and whether the program derived it."""

    name: str
    meaning: str
    derived: bool = False


def _columns(text: str) -> tuple[Column, ...]:
    """Columns from lines `name: meaning`; `name*:` is derived."""
    found = []
    for line in text.strip().splitlines():
        name, _, meaning = line.strip().partition(": ")
        found.append(Column(name.rstrip("*"), meaning, name.endswith("*")))
    return tuple(found)


TIME: Final = """
    when: the spell as typed, EDTF
    as-of: seen at some time in this date, or from the first to the second
    gone-by: over by then, at the latest"""
ACTOR: Final = _columns("""
    id: the actor's id
    name: its name
    kind: its kind
    of: the whole of which a segment is a part
    existed: when it existed, EDTF
    place: places
    ids: its ids elsewhere, each after the name of the list
    shared: yes, where another actor bears the same name on purpose
    note: the coder's words
    other-names*: its other names, for reading; each has a row in `names`
    yaml*: file and line of the record""")
RELATION: Final = _columns(f"""
    id: the tie's id
    from: id of the actor it leads from; with --roll-up of its top
    type: the type of tie
    to: id of the actor it leads to; with --roll-up of its top
    against: ids of those at whom the tie is aimed
    modality: actual, intended by FROM, or expected by a voice
    if: the condition of an expected tie
    {TIME.strip()}
    means: by what means
    extent: limited or close
    priority: FROM's own ranking among its aims
    scope: a few words
    place: places
    event: id of the event whose tie it is
    see: ids of ties to read together
    assessment: a named analyst's confidence in the tie, by whom, on which day, and why
    coding: the coder's certainty of having read the text right
    handling: its handling mark, where stricter than the data set's
    coded: who coded it, and when
    reviewed: who read it again, and when
    note: the coder's words
    from-name*: name of FROM
    to-name*: name of TO
    coded-from*: with --roll-up, the part that the source names
    coded-to*: with --roll-up, the part that the source names
    family*: family of the type
    sign*: sign of the type: + - 0; a denial never turns it
    symmetric*: yes, where the tie has no direction
    standing*: by whom it is held, by rule; look here before counting a tie as a fact
    time*: its time in words
    answer*: whether it holds on the days asked
    start-earliest*: first day on which it can have begun; empty: no limit
    start-latest*: last day on which it can have begun; empty: no limit
    end-earliest*: first day on which it can have ended; empty: no limit
    end-latest*: last day on which it can have ended; empty: no limit
    yaml*: file and line of the record""")
EVIDENCE: Final = _columns(f"""
    of: id of the tie or event, or reference of the trait or name, that the item bears
    source: id of the source
    at: place in the source; several are joined by +
    says: id of the voice
    via: ids of those who relay it inside the source, outermost first
    stance: what the voice does with the statement: supports, suggests, frames, mentions, withholds, doubts, disputes
    hedge: the source's hedging word
    likelihood: in the words of ICD 203, as the voice has it
    confidence: the voice's own confidence, as stated
    credibility: the coder's grade of the item, 1 to 6
    said: when it was uttered, EDTF
    {TIME.strip()}
    gist: the passage in the coder's words
    quote: the passage word for word
    retrieved: when it was read
    yaml*: file and line of the item""")
NAME: Final = _columns("""
    ref*: reference of the name, for `evidence`
    actor*: id of the actor
    name: the name
    lang: its language
    by: ids of those who use it
    when: when it was used
    kind: full, former, weak, pejorative or native
    shared: yes, where another actor bears it too, on purpose""")
TRAIT: Final = _columns(f"""
    ref*: reference of the trait, for `evidence`
    actor*: id of the actor
    trait: kind of trait
    on: its topic
    is: in words
    figure: as a number, with the topic for its unit
    toward: id of the actor towards whom
    priority: the actor's own ranking
    modality: actual, intended or expected
    {TIME.strip()}
    place: places
    coding: the coder's certainty of having read the text right
    note: the coder's words
    yaml*: file and line of the record""")
EVENT: Final = _columns("""
    id: the event's id
    name: its name
    when: when it was, EDTF
    place: places
    who: ids of actors, each after its role
    figures: numbers, each after its unit, and who says so
    see: ids to read together
    handling: its handling mark, where stricter than the data set's
    note: the coder's words
    yaml*: file and line of the record""")
SOURCE: Final = _columns("""
    id: the source's id
    title: its title
    author: id of the author's voice
    publisher: id of the publisher's voice
    published: when it was published, EDTF
    url: its address
    reliability: the coder's grade, A to F
    derives-from: ids of the sources that it repeats
    text: the file of its text
    sha256: the checksum of that file
    label: what stands for it in brackets
    handling: its handling mark, where stricter than the data set's
    note: the coder's words
    yaml*: file and line of the record""")
VOICE: Final = _columns("""
    id: the voice's id
    name: its name
    kind: unnamed, author, editor, publisher, official, analyst or media""")
TYPE: Final = _columns("""
    name: the type's name
    family: its family
    sign: + - 0
    class: attitude, word, act, status, aim, movement or contact
    symmetric: yes, where a tie has no direction
    inverse: its name from the other end
    reads: the sentence that a tie of it is
    names: the words before the other end, from FROM and from TO
    noun: what it is called
    def: what it means
    balance: no, where balance does not count it
    rolls-up: yes, where the part stands in its whole
    means: yes, where it takes means
    third: yes, where it is aimed at a third party
    view: yes, where it is one side's view
    answers-for: yes, where FROM speaks for TO
    steps: no, where a path does not step along it""")
DATASET: Final = _columns("""
    field: the field
    value: its value""")
