"""A name -> what it means, in plain text at 80 columns: a check, a type of tie, a family, a trait, a standing, a stance."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

from .. import checks
from ..checks.sample import Sample
from ..vocabulary import RelationType, Vocabulary
from ..vocabulary.glossary import entries

CELLS = 80
STANDINGS = {
    "corroborated": "A source asserts it in its own voice, and two named voices that have no stake in it support it "
    "independently of each other: neither the same voice nor the same root source.",
    "undisputed": "A source asserts it in its own voice, the voice is no party to it, and nobody doubts or denies it.",
    "attributed": "Only others than the sources' own voices assert it, at least one of them named and no party to it, "
    "and nobody doubts or denies it.",
    "supposed": "A scenario or the command line supposes it: no evidence makes it so, and every line of it is marked.",
    "claimed": "Only parties to it or unnamed voices assert it, or it is no more than a framing; nobody doubts "
    "or denies it.",
    "suggested": "Somebody holds it possible, nobody asserts it, and nobody doubts or denies it.",
    "contested": "Somebody asserts it or holds it possible, and somebody does not support it, doubts it or denies it.",
    "denied": "Somebody denies it, and nobody asserts it or holds it possible. By a named voice that is no party it reads "
    "as assessed none, otherwise as unsettled.",
    "doubted": "Somebody doubts it or did not support it; nobody denies it, asserts it or holds it possible.",
    "open": "It is only asked or mentioned: no voice takes a position.",
    "unsourced": "The record gives no evidence for it.",
}
STANCES = {
    "supports": "The voice says that it is so.",
    "suggests": "The voice holds it possible: may, could, appears, there are indicators.",
    "frames": "The voice calls it so as a label or in propaganda. It takes no position on whether it is so.",
    "mentions": "The voice asks whether it is so, or names it without taking a position.",
    "withholds": "The voice did not back it or would not confirm it. It does not say that it is false.",
    "doubts": "The voice thinks it less likely than not.",
    "disputes": "The voice says that it is not so. That makes no tie of the opposite sign.",
}
SEVERITIES = {
    "error": "An error: the record in which it stands is left out or answers wrongly until it is mended.",
    "warning": "A warning: mend it, or keep it with a reason under `suppress:` in dataset.yaml.",
    "hint": "A hint: look at it; keep it with a reason under `suppress:` in dataset.yaml.",
}
SIGNS = {"+": "+ (cooperative)", "-": "- (hostile)", "0": "0 (neither)"}


def names(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Every name that can be explained."""
    groups = (checks.NAMES, vocabulary.types, vocabulary.inverses, vocabulary.families, vocabulary.traits)
    more = (vocabulary.kinds, STANDINGS, STANCES, entries())
    return tuple(dict.fromkeys(name for group in (*groups, *more) for name in group))


def index(vocabulary: Vocabulary) -> str:
    """Words, standings and stances; kinds; types by family; then the checks by group, a line each."""
    lines = ["Words of answers", *_prose(", ".join(sorted(entries()))), ""]
    lines += ["Standings", *_prose(", ".join(STANDINGS)), "", "Stances", *_prose(", ".join(STANCES)), ""]
    lines += ["Kinds of actors", *_prose(", ".join(vocabulary.kinds)), ""]
    lines += ["Kinds of traits", *_prose(", ".join(vocabulary.traits)), ""]
    for family in vocabulary.families:
        types = [name for name, type_ in vocabulary.types.items() if type_.family == family]
        lines += [f"Types of ties, {family}", *_prose(", ".join(types)), ""]
    lines += ["CHECKS", ""]
    for heading, group in checks.GROUPS.items():
        lines += [heading, *(_entry(name, checks.rule(name).summary) for name in group), ""]
    lines += [*_prose("One of them: actorgraph explain quote-not-found")]
    lines += [
        *_prose("A word, a type of tie, a kind, a trait, a standing or a stance: actorgraph explain stake")
    ]
    return "\n".join([*lines, ""])


def present(name: str, vocabulary: Vocabulary) -> str:
    """All that bears the name, one below the other; empty where nothing does."""
    found = []
    if name in checks.NAMES:
        found.append(_rule(checks.rule(name)))
    if type_ := vocabulary.canonical(name):
        found.append(_type(vocabulary.types[type_], vocabulary))
    if name in vocabulary.families:
        found.append(_family(name, vocabulary))
    if name in vocabulary.traits:
        found.append(_trait(name, vocabulary))
    if name in vocabulary.kinds:
        found.append(_kind(name, vocabulary))
    if name in STANDINGS:
        page = vocabulary.words["standing"][name]["page"]
        on_page = [f"A page says: {page}."] if page != name else []
        found.append([f"{name}, a standing", "", *_prose(STANDINGS[name]), *_paragraph(on_page)])
    if name in STANCES:
        by = f"A page says: {vocabulary.words['stances'][name]['by']} VOICE."
        found.append([f"{name}, a stance", "", *_prose(STANCES[name]), *_paragraph([by])])
    words = entries()
    meant = [entry for entry in words.values() if name == entry.word or (not found and name in entry.also)]
    found += [[f"{entry.word}, a word of answers", "", *_prose(entry.says)] for entry in meant]
    return "".join("\n".join([*lines, ""]) for lines in _parted(found))


def _rule(rule: checks.Rule) -> list[str]:
    lines = [f"{rule.name}, a check", "", *_prose(rule.summary), "", *_prose(rule.why)]
    lines += ["", *_prose(SEVERITIES[rule.severity])]
    for word, sample in (("Wrong", rule.bad), ("Right", rule.good)):
        lines += ["", *sampled(word, sample)]
    return lines


def sampled(word: str, sample: Sample) -> Iterator[str]:
    """The files of a sample under a word, each line as it is typed; a sentence stays one."""
    if isinstance(sample, str):
        yield from _prose(f"{word}: {sample}")
        return
    for number, (file, typed) in enumerate(sample.items()):
        if number:
            yield ""
        yield f"{word}, {file}:" if not number else f"with {file}:"
        yield from (f"    {line}" for line in shown(typed).splitlines())


def shown(typed: str | bytes) -> str:
    """The text of a sample; what no terminal shows stands as its code."""
    text = typed.decode("utf-8", "backslashreplace") if isinstance(typed, bytes) else typed
    return re.sub(r"[\x00-\x09\x0b-\x1f\ufeff]", lambda found: f"<U+{ord(found[0]):04X}>", text)


def _type(type_: RelationType, vocabulary: Vocabulary) -> list[str]:
    ways = "holds both ways" if type_.symmetric else "from FROM to TO"
    facts = [
        ("Family", type_.family),
        ("Sign", SIGNS[type_.sign]),
        ("Direction", ways + (f"; from the other end: {type_.inverse}" if type_.inverse else "")),
        ("Class", type_.kind),
        ("Reads", f"FROM {type_.reads}"),
    ]
    marks = (
        (type_.means, "takes `means`"),
        (type_.view, "FROM's own view, told in the author's voice"),
        (not type_.balance, "stays out of balance and camps"),
        (not type_.steps, "no path goes along it"),
        (type_.rolls_up, "rolls up: the part can stand under its whole"),
        (type_.answers_for, "who has it speaks as a party for TO"),
    )
    facts += [("Also", word) for holds, word in marks if holds]
    lines = [f"{type_.name}, a type of tie", "", *_prose(_sentence(type_.definition)), ""]
    lines += [f"  {key:<10} {value}" for key, value in facts]
    beside = [name for name in _words(type_.definition) if name in vocabulary.types]
    beside += [other.name for other in vocabulary.types.values() if type_.name in _words(other.definition)]
    neighbours = [name for name in dict.fromkeys(beside) if name != type_.name]
    if neighbours:
        lines += ["", "Beside it:"]
        lines += [_entry(name, vocabulary.types[name].definition) for name in neighbours]
    return lines


def _family(name: str, vocabulary: Vocabulary) -> list[str]:
    family = vocabulary.families[name]
    types = [type_ for type_ in vocabulary.types.values() if type_.family == name]
    signs = ", ".join(dict.fromkeys(SIGNS[type_.sign] for type_ in types))
    lines = [
        f"{name}, a family of types",
        "",
        f"  {'Heading':<10} {family.heading}",
        f"  {'Sign':<10} {signs}",
        "",
    ]
    return [*lines, "Its types:", *(_entry(type_.name, type_.definition) for type_ in types)]


def _kind(name: str, vocabulary: Vocabulary) -> list[str]:
    kind = vocabulary.kinds[name]
    above = f", a kind of {vocabulary.kinds[kind.under].one}" if kind.under else ""
    acts = (
        "It can be friend or foe."
        if kind.acts
        else "It is placed in no camp, ranked nowhere, and no path goes on from it."
    )
    return [f"{name}, a kind of actor", "", *_prose(f"A page says: {kind.one}{above}. {acts}")]


def _trait(name: str, vocabulary: Vocabulary) -> list[str]:
    trait = vocabulary.traits[name]
    kinds = [vocabulary.kinds[kind].many for kind in trait.expected_of]
    expected = f"When none is coded, a page says so for {', '.join(kinds)}." if kinds else ""
    said = (
        f'What holds of one actor, shown as "{trait.label}". `on` names its topic, `is` or `figure` says it.'
    )
    return [f"{name}, a trait", "", *_prose(said), *_paragraph([expected] if expected else [])]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+(?:-[a-z]+)*", text)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def _entry(name: str, text: str) -> str:
    head = f"  {name:<20} "
    return "\n".join(
        wrap(text, CELLS, initial_indent=head, subsequent_indent=" " * 23, break_on_hyphens=False)
    )


def _prose(text: str) -> list[str]:
    return wrap(text, CELLS, break_on_hyphens=False, break_long_words=False)


def _paragraph(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in ("", *_prose(text))]


def _parted(pages: list[list[str]]) -> Iterator[list[str]]:
    for number, lines in enumerate(pages):
        yield ["", *lines] if number else lines
