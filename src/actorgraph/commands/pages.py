"""The data of a page in one file: what it shows is worked out here, by the questions, and only looked up in the page."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..lens import PLAIN, Days

if TYPE_CHECKING:
    from ..drawing.scene import Scene
    from ..model import Source
    from ..sight import Seen
    from ..view import View

MOST_YEARS = 10  # beyond so many the time slider goes by years, not by months
CODES = {"certainly": "c", "possibly": "p", "not known": "u"}


def data(view: "View", scene: "Scene", rows: "Sequence[Seen]", command: str) -> dict[str, Any]:
    """All that a page knows. Actors, ties and sources stand under their number where another record names them."""
    from ..questions.matrix import mutual
    from ..questions.references import handling

    dataset = view.dataset
    ids = list(dict.fromkeys([*(node.id for node in scene.nodes), *_ends(rows)]))
    place = {id_: number for number, id_ in enumerate(ids)}
    sources = list(dict.fromkeys(item.source for row in rows for item in row.items))
    voices = list(dict.fromkeys(item.says for row in rows for item in row.items))
    lines = {row.relation.id: line.note for line in scene.lines for row in line.rows}
    days = stops(view, rows)
    telling = _Telling(view, days, sources, voices)
    types = {}
    for row in rows:
        type_ = dataset.type_of(row.relation)
        types[type_.name] = [type_.noun, type_.family, mutual(row, view.sight)]
    told = [
        {**telling.tie(row), "a": place[row.from_], "b": place[row.to], "n": lines.get(row.relation.id, 0)}
        for row in rows
    ]
    return {
        "title": scene.title,
        "subtitle": scene.subtitle,
        "foot": scene.sources,
        "command": command,
        "handling": list(handling(rows, dataset)),
        "actors": [_actor(id_, view) for id_ in ids],
        "sources": [_source(dataset.sources[id_], view) for id_ in sources],
        "voices": [[id_, dataset.name_of(id_)] for id_ in voices],
        "types": types,
        "kinds": _kinds(view, ids),
        "stops": [day.text for day in days],
        "ties": told,
        "reasons": list(telling.reasons),
        "record": _record(view),
        "problems": [],
    }  # fmt: skip


def rows_of(view: "View", scene: "Scene", *, whole: bool) -> "list[Seen]":
    """The ties of the page: all, or those among the actors of the picture."""
    inside = {node.id for node in scene.nodes}
    return [row for row in view.relations() if whole or {row.from_, row.to} <= inside]


def stops(view: "View", rows: "Iterable[Seen]") -> list[Days]:
    """The months or years that the slider stops at; none where the page's own lens asks a day already."""
    from datetime import date

    from ..period import FOREVER, NEVER
    from ..questions.matrix import last_evidenced

    rows = list(rows)
    last = last_evidenced(rows)
    firsts = [day for row in rows for day in (row.spell.days.s1, row.spell.days.s2) if NEVER < day < FOREVER]
    if view.lens.dated or last is None or not firsts:
        return []
    begin, end = date.fromordinal(max(1, min(firsts))), date.fromordinal(min(last.last, FOREVER - 1))
    if end < begin:
        return []
    if end.year - begin.year > MOST_YEARS:
        return [_year(year) for year in range(begin.year, end.year + 1)][-400:]
    first, final = begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1
    return [_month(number) for number in range(first, final + 1)]


def _year(year: int) -> Days:
    from datetime import date

    return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), f"{year:04}")


def _month(number: int) -> Days:
    from datetime import date

    year, month = number // 12, number % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1) if number < 9999 * 12 + 11 else date.max
    return Days(date(year, month, 1).toordinal(), after.toordinal() - 1, f"{year:04}-{month:02}")


class _Telling:
    """Ties in the words of the questions, as they are through the page's lens and through that of one voice or source."""

    def __init__(
        self, view: "View", days: Sequence[Days], sources: Sequence[str], voices: Sequence[str]
    ) -> None:
        self.view, self.days, self.sources, self.voices = view, days, sources, voices
        self._plain = view.through(PLAIN)
        self.reasons: dict[str, int] = {}
        self._views: dict[tuple[str, str], View] = {}

    def tie(self, row: "Seen") -> dict[str, Any]:
        from ..questions.permanent import permanent
        from ..sight import Seen

        dataset, relation = self.view.dataset, row.relation
        whole = self._plain.sight.see(relation)
        found = {
            "id": relation.id, "t": relation.type,
            "pid": permanent(whole, dataset).text.partition("@")[2] if isinstance(whole, Seen) else "",
            **self._told(row, self.view),
        }  # fmt: skip
        return found | {"as": other} if (other := self._through(row, found)) else found

    def _told(self, row: "Seen", view: "View") -> dict[str, Any]:
        """What may read otherwise through another lens."""
        from ..page import plain
        from ..period import FOREVER, NEVER
        from ..questions.cite_page import claimed, stands, voiced
        from ..questions.listed_ties import standing
        from ..questions.matrix import row_mark
        from ..questions.third import attested
        from ..questions.warrant import weighed

        marks = [row_mark(row._replace(answer=answer), view.sight) for answer in (None, "possibly")]
        sure, told = row.spell.sure or (NEVER, FOREVER), attested(row) or (NEVER, FOREVER)
        stands_as = standing(row, view.dataset)
        return {
            "s": row.standing, "st": stands_as if stands_as != row.standing else "", "says": claimed(row, view),
            "why": self.reasons.setdefault(" ".join(stands(row, view)), len(self.reasons)),
            "m": marks if marks[0] != marks[1] else marks[:1], "on": self._moments(row),
            "d": [*_clipped(row.spell.days.s1, row.spell.days.e2), *_clipped(*told), *_clipped(*sure)],
            "u": int(row.spell.reach is None),
            "i": [
                [self.sources.index(word.item.source), self.voices.index(word.item.says), plain(voiced(word, row, view)),
                 *([word.item.stance] if word.item.stance != "supports" else [])]
                for word in weighed(row, view.sight)
            ],
        }  # fmt: skip

    def _moments(self, row: "Seen") -> str:
        """From which stop on which answer holds: `n,12c,14p,20e`."""
        found, last = [], ""
        for number, day in enumerate(self.days):
            answer = row.spell.on(day.first, day.last)
            code = CODES.get(answer) or ("e" if row.spell.days.e2 < day.first else "n")
            if code != last:
                found.append(f"{number or ''}{code}")
                last = code
        return ",".join(found)

    def _through(self, row: "Seen", found: dict[str, Any]) -> dict[str, Any]:
        """By voice, source and both: what reads otherwise where only these are asked; null where it is hidden."""
        from ..sight import Seen

        told: dict[str, Any] = {}
        pairs = {(item.says, item.source) for item in row.items}
        asked = {(voice, "") for voice, _ in pairs} | {("", source) for _, source in pairs}
        if len(self.voices) > 1 and len(self.sources) > 1:
            asked |= pairs
        for voice, source in sorted(asked):
            if (voice in ("",) or len(self.voices) == 1) and (source in ("",) or len(self.sources) == 1):
                continue
            view = self._view(voice, source)
            seen = view.sight.see(row.relation)
            key = (
                f"{self.voices.index(voice) if voice else ''}|{self.sources.index(source) if source else ''}"
            )
            if not isinstance(seen, Seen):
                told[key] = None
                continue
            differs = {name: value for name, value in self._told(seen, view).items() if value != found[name]}
            if differs:
                told[key] = differs
        return told

    def _view(self, voice: str, source: str) -> "View":
        found = self._views.get((voice, source))
        if found is None:
            from ..lens import Lens

            lens = Lens(
                says=frozenset((voice,)) if voice else None, source=frozenset((source,)) if source else None
            )
            found = self._views[voice, source] = self.view.through(self.view.lens.merged(lens))
        return found


def _clipped(first: int, last: int) -> list[int | None]:
    from ..period import FOREVER, NEVER

    return [day if NEVER < day < FOREVER else None for day in (first, last)]


def _ends(rows: "Iterable[Seen]") -> Iterable[str]:
    return (end for row in rows for end in (row.from_, row.to))


def _actor(id_: str, view: "View") -> dict[str, Any]:
    from ..page import plain
    from ..questions.rows import fact_text, fact_when
    from ..questions.show import facts_of
    from ..questions.wording import places, typed

    dataset = view.dataset
    actor = dataset.actors[id_]
    names = dict.fromkeys(alias.name for alias in actor.aliases if alias.name != actor.name)
    native = next((alias.name for alias in actor.aliases if alias.kind == "native"), "")
    facts = []
    for fact in facts_of(view, actor):
        when = fact_when(fact)
        told = plain(fact_text(fact, view))
        at = places([fact.item], dataset) if fact.item else ""
        facts.append(f"{fact.label}: {told}{f', {when}' if when else ''}{f' [{at}]' if at else ''}")
    return {
        "id": id_, "name": actor.name, "native": native, "also": list(names), "kind": actor.kind, "cmd": typed(actor),
        "of": sorted(kind for kind in dataset.vocabulary.kinds if dataset.vocabulary.is_kind(actor.kind, kind)),
        "facts": facts, "acts": dataset.vocabulary.acts(actor.kind),
    }  # fmt: skip


def _source(source: "Source", view: "View") -> dict[str, Any]:
    from ..questions.references import reference, work

    url = source.url if source.url.lower().startswith(("https://", "http://")) else ""
    named = reference(work(source, (), view.dataset))
    return {"id": source.id, "label": view.dataset.label_of(source.id), "ref": named, "url": url}


def _record(view: "View") -> str:
    from ..questions.references import record, reference

    return reference(record((), view.dataset))


def _kinds(view: "View", ids: Sequence[str]) -> list[str]:
    held = {view.dataset.actors[id_].kind for id_ in ids}
    vocabulary = view.dataset.vocabulary
    return [kind for kind in vocabulary.kinds if any(vocabulary.is_kind(one, kind) for one in held)]
