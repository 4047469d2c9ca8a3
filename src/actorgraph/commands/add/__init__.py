"""Adding to the record: one command for each kind of record, by the options given or by asking on a terminal.

A command NAME is the function `command` in the module NAME here; `form` is what they share, `items` the evidence.
"""

INDEX = {
    "actor": "Somebody who can stand at an end of a tie.",
    "relation": "A tie between two actors, or several at once, with its evidence.",
    "evidence": "One more voice or place for a tie that is there.",
    "trait": "What holds of one actor alone: its creed, aims, strength.",
    "source": "A document that is read.",
    "voice": "Somebody who speaks in a source and is no actor.",
    "event": "What happened at a time and would be counted.",
}
EXAMPLES = (
    'actorgraph add actor "Ferry Guild" --kind company',
    'actorgraph add relation "River Front" threat "Northern Council" --evidence "wire p4"',
)


def command() -> None:
    """A record more: an actor, a relation, evidence, a trait, a source, a voice or an event.

    What is needed and not given is asked for on a terminal, completed at Tab. The record is written in its
    place as its neighbours are, everything else stays as it is, and the outcome is checked first: what would bring
    an error is shown as `check` shows it, and nothing is written.
    """
