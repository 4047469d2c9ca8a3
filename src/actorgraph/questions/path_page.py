"""The page of paths: by length, each with its steps and their common time; what was left out; or which kind of no."""

from collections.abc import Iterable

from ..lens import PLAIN
from ..model import Evidence
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, count, listing, text
from ..view import View
from . import cant_tell
from .basis import document_line, title
from .legend import TIMES, mark_words, onward
from .path import SHOWN, Kin, Path, Paths, Step
from .path_aside import kinds_of_no, left_blocks, no_sign
from .path_words import beside, ends, others, step_row
from .rows import TIES
from .statements import mark_of
from .steps import Avoided
from .telling import telling, tellings
from .wording import bracketed, options, typed

ENDS = Column(most=28, shared="ends", wide=40)
STEPS = (Column(width=2), Column(width=2), ENDS, Column(width=0), TIES[3], TIES[4])
BARE = (*STEPS[:4], TIES[3]._replace(heading=""), TIES[4]._replace(heading=""))
OTHERS = (Column(width=2), Column(most=24), Column(width=0))
MOST_TIES, MOST_OTHERS, MOST_NOUNS = 12, 12, 12
INDENT = 8


def page(answer: Paths, view: View, folder: str = "") -> Page:
    """The paths that were found, or why there is none; `folder` stands in the commands that lead on."""
    one, other = answer.a, answer.b
    blocks: list[Block] = [title(f"{one.name} to {other.name}", answer.basis)]
    aid = " A path is a reading aid, not a finding." if answer.groups or answer.kin else ""
    blocks.append(Paragraph((*document_line(answer.basis, view), Run(aid))))
    blocks += [Paragraph(text(_avoided(avoided, view)), 0, 2) for avoided in answer.avoided]
    letters = iter(answer.lettered())
    shown: dict[tuple[str, str], tuple[Step, list[Evidence]]] = {}
    for number, group in enumerate(answer.groups):
        head = count(group.steps, "STEP", "STEPS")
        last = answer.wider and number == len(answer.groups) - 1
        why = "   shown too, since no shorter path has a common time" if last else ""
        rows: list[Row | Paragraph] = []
        for _ in group.paths:
            letter, path, _kin = next(letters)
            rows += _path(letter, path, answer, shown, view)
        rows += [
            Paragraph(text(line), INDENT, INDENT) for line in _more(group.steps, group.more, group.stopped)
        ]
        columns = BARE if number else STEPS
        blocks += [Gap(), Table(text(Run(head, "heading"), why), columns, tuple(rows))]
    blocks += _unsearched(answer)
    if not answer.groups:
        blocks += [Gap(), *kinds_of_no(answer, view)]
    for kin in answer.kin:
        blocks += [Gap(), _kin_head(kin, view)]
        paths = [path for group in kin.groups for path in group.paths]
        rows = [row for path in paths for row in _path(next(letters)[0], path, answer, shown, view)]
        blocks.append(Table((), BARE, tuple(rows)))
    blocks += _others(shown, view)
    blocks += left_blocks(answer, view)
    end = [*_last(answer, view), *_legend(answer, view)]
    blocks += [Gap(), *end] if end else []
    return (*blocks, Gap(), *_next(answer, view, folder))


def _avoided(avoided: Avoided, view: View) -> str:
    """What a word of --avoid was taken for, and what of it this record holds."""
    if avoided.what == "actor":
        return f"Avoided: the actor {avoided.name}."
    dataset = view.dataset
    used = {row.type for row in dataset.relations if row.type in avoided.types}
    nouns = [type_.noun for name, type_ in dataset.vocabulary.types.items() if name in used]
    if avoided.what == "type":
        return f'Avoided: the type "{avoided.name}" ({dataset.vocabulary.types[avoided.id].noun}).'
    more = f" and {len(nouns) - MOST_NOUNS} more types" if len(nouns) > MOST_NOUNS else ""
    held = ", ".join(nouns[:MOST_NOUNS]) + more if nouns else "no type of it is coded"
    return f'Avoided: the family "{avoided.name}", in this record: {held}.'


def _path(
    letter: str,
    path: Path,
    answer: Paths,
    shown: dict[tuple[str, str], tuple[Step, list[Evidence]]],
    view: View,
) -> Iterable[Row | Paragraph]:
    """Its steps, then in the indent: their common time, what limits it, what it does not say."""
    days = path.window.days if path.window else None
    first = letter
    for step in path.steps:
        key = (min(step.a, step.b), max(step.a, step.b))
        items = shown.setdefault(key, (step, []))[1]
        if path.window is None:
            told = [(row, words) for row in step.rows for words in tellings(row, view.dataset)][:MOST_TIES]
        else:
            rows = [step.told, *beside(step.rows, step.told, view)]
            told = [(row, telling(row, days, view.dataset)) for row in rows]
        for row, words in told:
            items += words.items
            yield step_row(first, row, step.a, words, view)
            first = ""
    for line in _said(path, answer, view):
        yield Paragraph(line if isinstance(line, tuple) else text(line), INDENT, INDENT + 2)


def _said(path: Path, answer: Paths, view: View) -> Iterable[str | tuple[Run, ...]]:
    name = view.dataset.name_of
    if path.window:
        yield text("all steps together: ", Run(path.window.text, "dim"))
    for row in path.no_way_round:
        against = listing([name(actor) for actor in row.relation.against])
        yield f"no way round: {ends(row, row.from_, view)} is coded only as aimed against {against}"
    moved = [s for s in path.steps if view.dataset.type_of(s.told.relation).kind == "movement"]
    if moved and path.window:
        yield (
            f"says nothing of {name(path.actors[0])} and {name(path.actors[-1])}: people or means went over "
            f"({listing(list(dict.fromkeys(view.dataset.type_of(s.told.relation).noun for s in moved)))}), "
            f"which is no contact of the two"
        )
    if answer.terms.hint and len(path.steps) == 2:
        yield _hint(path, view)


def _hint(path: Path, view: View) -> str:
    """The product of two steps: told as a hint, and only where each has one sign."""
    types = view.dataset.type_of
    signs: list[str] = []
    for step in path.steps:
        held = {types(row.relation).sign for row in step.rows if types(row.relation).balance} - {"0"}
        if len(held) != 1:
            return "hint: none, a step has both signs or none"
        signs += held
    product = "+" if signs[0] == signs[1] else "-"
    return f"hint, no finding: {signs[0]} and {signs[1]} multiply to {product}; no source says so of the two ends"


def _unsearched(answer: Paths) -> list[Block]:
    """That longer paths, though asked for, were not looked for: enough shorter ones fill the page."""
    most, shown = answer.terms.max_steps, sum(len(group.paths) for group in answer.groups)
    if most is None or shown < (answer.terms.first or SHOWN) or answer.groups[-1].steps >= most:
        return []
    longer = f"Paths of more than {count(answer.groups[-1].steps, 'step')} were not looked for"
    return [Gap(), Paragraph(text(f"{longer}: {shown} shorter ones stand above. More: --count {shown + 20}"))]


def _more(steps: int, more: int, stopped: bool) -> Iterable[str]:
    if more or stopped:
        least = "at least " if stopped else ""
        yield f"{least}{count(more, 'more path')} of {count(steps, 'step')}; more: --count {SHOWN + 20}"


def _kin_head(kin: Kin, view: View) -> Paragraph:
    """Whose part or whole it is, on which evidence, and that nothing passes from one to the other."""
    dataset = view.dataset
    name = dataset.name_of
    actor, end = name(kin.actor), name(kin.end)
    lead = f"THROUGH A PART, {actor}" if kin.part else f"BY WAY OF THE WHOLE, {actor}"
    pieces: list[str | Run] = [Run(lead, "heading"), f"   ({actor if kin.part else end} is part of "]
    for number, (below, above) in enumerate(zip(kin.chain, kin.chain[1:], strict=False)):
        held = [row for row in dataset.belonging.get(below, ()) if row.to == above]
        items = [item for row in held for item in view.sight.evidence(row.evidence)]
        pieces += [", that of " if number else "", name(above)]
        if dataset.actors[below].of:
            pieces.append(", by its name")
        elif items:
            pieces += [" ", bracketed(items, dataset)]
    said = "; what is said of a part is not said of the whole)"
    pieces.append(said if kin.part else "; what is said of a whole is not said of its part)")
    return Paragraph(text(*pieces), 0, 2)


def _others(shown: dict[tuple[str, str], tuple[Step, list[Evidence]]], view: View) -> list[Block]:
    """What else is firm of the steps above: said once, never multiplied into further paths."""
    rows = []
    for step, items in shown.values():
        words = others(step.rows, items, view)
        if words:
            name = view.dataset.name_of
            rows.append(Row(((), text(f"{name(step.a)}, {name(step.b)}"), text(words))))
    if not rows:
        return []
    blocks: list[Block] = [Gap(), Paragraph(text(Run("SAME STEP, OTHER WORDS", "heading")))]
    blocks.append(Table((), OTHERS, tuple(rows[:MOST_OTHERS]), 1))
    if len(rows) > MOST_OTHERS:
        blocks.append(
            Paragraph(text(f"{len(rows) - MOST_OTHERS} more steps have other words: --format json"), 3, 3)
        )
    return blocks


def _last(answer: Paths, view: View) -> Iterable[Block]:
    if answer.groups or answer.kin:
        yield Paragraph(text(no_sign(answer, view)))
    if answer.groups and not any(answer.b.id in (row.from_, row.to) for row in view.relations(answer.a.id)):
        which = "left by the lens" if answer.left.hidden else "coded, which is no finding that there is none"
        yield Paragraph(text(f"No direct tie of {answer.a.name} and {answer.b.name} is {which}."))
    if answer.stopped and answer.groups:
        said = "The search was stopped: there are more ways than could be looked at. Fewer: --max-steps, --avoid."
        yield Paragraph(text(said))


def _legend(answer: Paths, view: View) -> Iterable[Block]:
    """The marks and words for time that stand on this page."""
    told = [step.told for _, path, _ in answer.lettered() for step in path.steps]
    left = [row for rows in answer.left.rows.values() for row in rows]
    words = mark_words({mark_of(row, None, view.dataset) for row in (*told, *left)}, view)
    whens = [
        telling(row, path.window.days if path.window else None, view.dataset).when
        for _, path, _ in answer.lettered()
        for row in (step.told for step in path.steps)
    ]
    times = [said for word, said in TIMES if any(when.startswith(word) for when in whens)]
    if told and not all(view.dataset.type_of(row.relation).symmetric for row in told):
        words.insert(0, "X > Y from X to Y, Y < X the same told from Y")
    if times:
        yield Paragraph(text(Run(" ".join(times), "dim")))
    if words:
        yield Paragraph(text(Run("; ".join(words) + ".", "dim")))


def _next(answer: Paths, view: View, folder: str) -> Iterable[Block]:
    pair = f"{typed(answer.a)} {typed(answer.b)}"
    plain = options(PLAIN, answer.dataset, folder)
    same = options(view.lens, answer.dataset, folder)
    lines: list[tuple[str, str]] = []
    if answer.groups:
        longest = answer.groups[-1].steps
        if answer.terms.max_steps is None and answer.terms.first is None and not answer.avoided:
            lines.append(("longer", f"actorgraph path {pair} --max-steps {longest + 1}{same}"))
        if answer.groups[0].steps == 1:
            lines.append(("whose word", f"actorgraph why {pair}{same}"))
        if answer.basis.lens:
            lines.append(("all paths", f"actorgraph path {pair}{plain}"))
        else:
            told = answer.groups[0].paths[0].steps[0].told.relation
            family = answer.dataset.type_of(told).family
            lines.append(("other kinds", f"actorgraph path {pair} --avoid {family}{plain}"))
    else:
        if cant_tell.ties(view, answer.a.id, answer.b.id):
            lines.append(cant_tell.line(view, answer.a.id, answer.b.id, folder))
        if answer.basis.lens:
            lines.append(("nothing asked", f"actorgraph path {pair}{plain}"))
        if any(one.name == "contested" and one.so for one in answer.no):
            standing = "firm,claimed,suggested,contested"
            lines.append(("as claimed", f"actorgraph path {pair} --standing {standing}{plain}"))
        lines.append(("whose word", f"actorgraph why {pair}{plain}"))
    yield onward(lines)
