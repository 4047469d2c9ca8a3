"""The page of a citation, to be pasted into a footnote; and of the citations that a text holds."""

from collections.abc import Iterable

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, text
from ..sight import Seen
from ..view import View
from .cite import Citation, Cited, claims_of
from .cite_since import Since
from .permanent import PARTS
from .references import handling, reference, spots
from .tie_aspects import Aspect
from .warrant import Word, dated, proposition, reason, support_words, weighed
from .wording import PRESUPPOSED, READ, hedged

FOUND = (Column(width=1), Column(most=10), Column(width=0))


def page(answer: Citation, view: View) -> Page:
    """The claims, then the works they stand on; of a text what became of each claim."""
    if answer.text:
        return _checked(answer, view)
    blocks: list[Block] = []
    for claim in answer.claims:
        if claim.now and claim.seen:
            blocks += [*_claim(claim.now.text, claim.seen, view), Gap()]
    for work in answer.works:
        lead = "Recorded in " if work.kind == "dataset" else ""
        blocks.append(Paragraph(text(lead, reference(work)), 0, 4))
    if marks := handling([seen for _, seen in claims_of(answer.claims)], view.dataset):
        blocks.append(Paragraph(text(f"Handling: {listing(marks)}.")))
    for claim in answer.claims:
        blocks += [] if claim.since is None else [Gap(), *_since(claim.since, claim)]
    return tuple(blocks)


def _claim(id_: str, seen: Seen, view: View) -> Iterable[Block]:
    """What is claimed and when, why it stands as it does, a line a voice, the permanent id."""
    yield Paragraph(text(Run(claimed(seen, view), "name"), "."), 0, 4)
    for line in stands(seen, view):
        yield Paragraph(text(line), 0, 4)
    for word in weighed(seen, view.sight):
        yield Paragraph(voiced(word, seen, view), 3, 6)
    yield Paragraph(text("Permanent id: ", Run(id_, "command")), 0, 4)


def claimed(seen: Seen, view: View) -> str:
    """What is claimed, when and where."""
    row, dataset = seen.relation, view.dataset
    says = proposition(seen, dataset)
    told = [says if row.modality == "actual" else _upper(says), dated(seen)]
    told += [f"in {listing(row.place)}"] if row.place else []
    told += [f"{row.priority} among the aims of {dataset.name_of(row.from_)}"] if row.priority else []
    return "; ".join(told)


def stands(seen: Seen, view: View) -> Iterable[str]:
    """Why the tie stands as it does and how its coder read it; an analyst's judgement."""
    support = support_words(seen)
    told = f"{_upper(reason(seen, view.sight))}{f' ({support})' if support else ''}."
    if seen.relation.coding in READ:
        told += (
            f" The coder {READ[seen.relation.coding].removeprefix(', ').replace('read', 'read the text')}."
        )
    yield told
    if judged := seen.assessment:
        why = f": {judged.why}" if judged.why else ""
        yield f"Assessed with {judged.confidence} confidence by {judged.by}, {judged.on.text}{why}."


def voiced(word: Word, seen: Seen, view: View) -> Text:
    """As in `Asserted by X, reported by Y: the passage in the coder's words [M, paragraph 11].`."""
    from .why import item_when

    item, dataset = word.item, view.dataset
    verb = _upper(dataset.vocabulary.words["stances"][item.stance]["own"])
    voice, *relays = word.chain
    by = f", reported by {', by way of '.join(reversed(relays))}" if relays else ""
    told = [item.gist] if item.gist else []
    if item.quote:
        told.append(f'"{item.quote}"')
    aside = [hedged(item)] if item.hedge and item.hedge != PRESUPPOSED else []
    aside += ["taken for granted"] if item.hedge == PRESUPPOSED else []
    aside += [item.likelihood.replace("-", " ")] if item.likelihood else []
    aside += [f"{item.confidence} confidence in its own judgement"] if item.confidence else []
    aside += ["until it said otherwise later"] if word.overtaken else []
    when = item_when(item, seen)
    aside += [when] if when != dated(seen) else []
    words = f": {'; '.join(told)}" if told else ""
    words += f" ({'; '.join(aside)})" if aside else ""
    place = ", ".join(filter(None, [dataset.label_of(item.source), spots(item.at)]))
    return text(f"{verb} by ", Run(voice, "voice"), by, words, " ", Run(f"[{place}]", "place"), ".")


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


# -- since an earlier state


def _since(since: Since, claim: Cited) -> Iterable[Block]:
    """What the claim was at the state named, and what differs."""
    if not since.then:
        kept_out = (
            f"; {count(since.left_out, 'record')} there left out for an error" if since.left_out else ""
        )
        yield Paragraph(text(f"{since.name} the claim was not there{kept_out}."), 0, 2)
        return
    as_cited = ", as cited" if since.then == claim.asked else ""
    told = f"{as_cited}; changed since: {listing(since.changed)}." if since.changed else "; the same as now."
    yield Paragraph(text(f"{since.name} it was ", Run(since.then, "command"), told), 0, 2)
    for one in since.differs:
        yield Paragraph(text(_aspect(one)), 3, 6)


def _aspect(one: Aspect) -> str:
    before, after = one.before or "nothing", one.after or "nothing"
    return f"{one.kind}: {before} -> {after}" if before != after else one.kind


# -- the citations of a text


def _checked(answer: Citation, view: View) -> Page:
    if not answer.claims:
        return (
            Paragraph(text(Run(answer.text, "name"), ": no permanent id stands in it.")),
            Paragraph(text("One looks like ID@v0123456789abcde and comes from: actorgraph cite ID"), 0, 2),
        )
    told = [count(len(answer.claims), "permanent id")]
    for state in dict.fromkeys(claim.state for claim in answer.claims):
        told.append(f"{sum(claim.state == state for claim in answer.claims)} {state}")
    blocks: list[Block] = [Paragraph(text(Run(answer.text, "name"), f": {', '.join(told)}."))]
    for claim in sorted(answer.claims, key=lambda one: not one.lapsed):
        blocks += _became(claim, view)
    return tuple(blocks)


def _became(claim: Cited, view: View) -> Iterable[Block]:
    """One permanent id of the text: where it stands, what became of it, what it says now."""
    lines = f"line{'s' if len(claim.lines) > 1 else ''} {listing([str(one) for one in claim.lines])}"
    yield Gap()
    yield Paragraph(
        text(Run(claim.asked, "command"), f", {lines}: ", Run(state_words(claim), "heading")), 0, 3
    )
    rows = []
    if claim.lapsed and claim.seen and claim.now:
        says = f"{proposition(claim.seen, view.dataset)}; {dated(claim.seen)}"
        rows.append(_detail("says now", f"{says}. {_upper(reason(claim.seen, view.sight))}."))
    if claim.now and claim.now.text != claim.asked:
        rows.append(_detail("id now", claim.now.text))
    if claim.near:
        rows.append(_detail("near it", ", ".join(claim.near)))
    if rows:
        yield Table((), FOUND, tuple(rows))
    if claim.since:
        yield from _since(claim.since, claim)


def _detail(label: str, words: str) -> Row:
    return Row(((), text(Run(label, "dim")), text(words)))


def state_words(claim: Cited) -> str:
    """What became of a claim, in a few words."""
    if claim.state == "changed":
        every = len(claim.changed) == len(PARTS)
        return "changed in every part" if every else f"changed: {listing(claim.changed)}"
    if claim.state == "renamed":
        return "the same claim, its tie renamed"
    if claim.state == "of another version":
        return "made by another version of actorgraph: whether it changed can't be told"
    if claim.state == "cut short":
        return "cut short or mistyped: a letter and 15 digits stand after the @"
    return "gone: the record has no such tie any more" if claim.state == "gone" else claim.state
