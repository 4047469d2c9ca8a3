"""The library's face, for notebooks and scripts: load a data set, look at it through a lens, ask, read the answer.

>>> import actorgraph
>>> record = actorgraph.load()                      # the shipped data set; a path for one of your own
>>> answer = record.seen(on="2021-09").compare("IS-K", "Taliban")
>>> [third.party for third in answer.thirds if third.reading == "opposite"]
['us-government']
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .dataset import Loaded
from .errors import Fault
from .lens import PLAIN
from .loading import load as read
from .text import safe
from .view.memory import MemoryView
from .view.options import asked as read_lens

if TYPE_CHECKING:
    from .dataset import Dataset
    from .problems import Problem
    from .questions.agree import Agreement
    from .questions.balance import Balance
    from .questions.balance_time import Course
    from .questions.blocs import Blocs
    from .questions.cite import Citation
    from .questions.compare import Comparison
    from .questions.diff import Diff
    from .questions.diff_records import Records
    from .questions.diff_voices import Voices
    from .questions.disputes import Disputes
    from .questions.hinges import Hinges
    from .questions.listing import Listing
    from .questions.matrix import Matrix
    from .questions.path import Paths
    from .questions.rank import Rank
    from .questions.scenario import Outlook
    from .questions.scenarios import Scenarios
    from .questions.show import Portrait
    from .questions.since import Since
    from .questions.sources import Sources
    from .questions.timeline import Timeline
    from .questions.why import Grounds

_LENS = (
    "on", "during", "throughout", "known-by", "says", "source", "type", "family", "sign", "kind", "standing",
    "without", "roll-up", "scenario", "assume", "assume-not",
)  # fmt: skip


def load(folder: str | os.PathLike[str] | None = None) -> "Record":
    """The data set in a folder; without one the folder named by ACTORGRAPH_DATA, the nearest, or the shipped one.

    Data faults do not raise: what could be read answers, and `problems` holds the rest. A folder that is no data
    set raises `Fault`.
    """
    from .tree import find

    found = find(
        os.getcwd(), None if folder is None else os.fspath(folder), os.environ.get("ACTORGRAPH_DATA")
    )
    if not os.path.exists(os.path.join(found.folder, "dataset.yaml")):
        raise Fault(f'No dataset.yaml in "{found.folder}", so it holds no data set.')
    return Record(read(found.folder))


class View:
    """A data set through a lens: every question of the command line as a method that returns its frozen answer.

    An answer is a NamedTuple with `rows()` under `columns` (text cells, for a table) and `plain()` (for JSON).
    Names are resolved as on the command line; an unknown or ambiguous one raises `Fault`, whose text says what is
    near.
    """

    def __init__(self, loaded: Loaded, lens: dict[str, list[str]]) -> None:
        self._loaded = loaded
        self._lens = lens
        self._view = MemoryView(loaded.dataset, read_lens(lens, loaded.dataset))

    def __repr__(self) -> str:
        words = " ".join(f"{name}={','.join(values)}" for name, values in self._lens.items())
        return f"<{self._loaded.dataset.about.title!r}{' seen ' + words if words else ''}>"

    def show(self, actor: str) -> "Portrait":
        """One actor: traits, statements on its ties, events, coverage."""
        from .questions.show import ask

        return ask(self._view, actor)

    def why(self, a: str, b: str | None = None) -> "Grounds":
        """On whose word A and B are tied, or A is described, and which paragraphs it hangs on."""
        from .questions.why import ask

        return ask(self._view, a, b)

    def compare(self, *actors: str, traits: str | None = None) -> "Comparison":
        """Two to eight actors side by side. Third parties are read only where both ties are signed, undisputed
        and attested on a common day (closed intervals of ordinal days, see `questions.third.common`).
        """
        from .questions.compare import ask

        return ask(self._view, actors, traits)

    def path(
        self,
        a: str,
        b: str,
        *,
        count: int | None = None,
        max_steps: int | None = None,
        directed: bool = False,
        avoid: Sequence[str] = (),
        through: Sequence[str] = (),
        over: Sequence[str] = (),
    ) -> "Paths":
        """The shortest paths of firm ties between A and B, and what was left out of them (breadth first)."""
        from .questions.path import ask
        from .questions.steps import Terms

        terms = Terms(count, max_steps, directed, tuple(avoid), tuple(through), tuple(over))
        return ask(self._view, a, b, terms)

    def matrix(self, order: str = "whole") -> "Matrix":
        """Friend and foe as a grid, a cell a direction: the states and blanks of a pair on a day."""
        from .questions.matrix import ask

        return ask(self._view, order)

    def timeline(self, *actors: str) -> "Timeline":
        """Dated ties, traits and events in order, and what is undated; of those actors, or of all."""
        from .questions.timeline import ask

        return ask(self._view, actors)

    def disputes(self, *actors: str) -> "Disputes":
        """Who disagrees with whom about what: in the record, around one actor, or between those."""
        from .questions.disputes import ask

        return ask(self._view, actors)

    def diff(
        self,
        *,
        from_: str | None = None,
        to: str | None = None,
        says: tuple[str, str] | None = None,
        other: "str | os.PathLike[str] | Record | None" = None,
        rev: str | None = None,
        since: str | None = None,
        about: Sequence[str] = (),
    ) -> "Diff | Voices | Records | Since":
        """What differs in meaning: between two dates (`from_`, `to`), two voices (`says`), from another data set
        (`other`), from this one at a git revision (`rev`), or by what was published after a date (`since`).

        One of them at a time; `about` names one actor, or several for what is between them. What no source dates
        has neither begun nor ended.
        """
        from .questions import diff, diff_sides, diff_voices
        from .questions.since import by_date

        ways = [from_ is not None or to is not None, says is not None, other is not None]
        if sum([*ways, rev is not None, since is not None]) != 1:
            raise Fault("Say one thing to compare: from_ and to, says, other, rev, or since.")
        names = [about] if isinstance(about, str) else [*about]
        if other is not None or rev is not None or since is not None:
            diff_sides.refuse_what_ifs(self._view)
        if says is not None:
            view, *voices = diff_sides.two_voices(self._view, says)
            return diff_voices.ask(view, voices[0], voices[1], names)
        if since is not None:
            return by_date(self._view, diff_sides.since_date(since), names)
        if other is not None:
            there = other if isinstance(other, Record) else load(other)
            return self._beside(there._loaded, "the other", "this record", names)
        if rev is not None:
            loaded = diff_sides.at_revision(self._loaded.folder, rev)
            return self._beside(loaded, f"this record at {rev}", "now", names)
        diff_sides.refuse_endings(self._view)
        return diff.ask(self._view, *diff_sides.two_days(self._view, from_, to), names)

    def brief(self, *actors: str, since: str) -> "Since":
        """What is new since a date (by what was published after it) or since a git revision, the most telling first."""
        from .questions.diff_sides import at_revision, is_date, refuse_what_ifs, since_date
        from .questions.since import by_date, by_revision

        refuse_what_ifs(self._view)
        if is_date(since):
            return by_date(self._view, since_date(since), actors)
        old = MemoryView(at_revision(self._loaded.folder, since, "--since").dataset, self._view.lens)
        return by_revision(old, self._view, since, (f"this record at {since}", "now"), actors)

    def _beside(self, loaded: Loaded, before: str, after: str, names: Sequence[str]) -> "Records":
        from .questions.diff_records import ask

        old = MemoryView(loaded.dataset, self._view.lens)
        return ask(old, self._view, safe(before), safe(after), names)

    def hinges(self, question: str = "", *actors: str) -> "Hinges":
        """What the answer to "show", "why", "compare" or "path" of those actors hangs on; without one, the record."""
        from .questions.hinges import ask

        return ask(self._view, question, actors)

    def balance(
        self,
        *,
        with_: Sequence[str] = (),
        ambivalent: str = "drop",
        index: bool = False,
        seconds: float | None = None,
    ) -> "Balance":
        """Closed triads and the fewest ties out of line in any split into two camps, proved unless `seconds` end it
        (Harary 1959; Aref, Mason and Wilson 2020); all best splits (`optima`) and what they hang on (`turns`).

        `with_` takes in "contested", "claimed" and so on, `ambivalent` reads pairs of both signs.
        """
        from .questions.balance import ask
        from .questions.counted_ties import wide

        return ask(self._view, wide(with_), ambivalent, index=index, seconds=seconds)

    def balance_over_time(
        self, *, with_: Sequence[str] = (), ambivalent: str = "drop", seconds: float | None = None
    ) -> "Course":
        """The same at each date that the evidence names, a period where other ties count."""
        from .questions.balance_time import ask
        from .questions.counted_ties import wide

        return ask(self._view, wide(with_), ambivalent, seconds=seconds)

    def blocs(
        self,
        k: int | None = None,
        *,
        with_: Sequence[str] = (),
        ambivalent: str = "drop",
        seconds: float | None = None,
    ) -> "Blocs":
        """At most k camps, or as many as save something (Davis 1967; Doreian and Mrvar 1996)."""
        from .questions.blocs import of_record
        from .questions.counted_ties import wide

        return of_record(self._view, k, wide(with_), ambivalent, seconds=seconds)

    def rank(
        self,
        by: str = "degree",
        *,
        with_: Sequence[str] = (),
        ambivalent: str = "drop",
        seconds: float | None = None,
    ) -> "Rank":
        """Friends and foes, PN index, signed eigenvector and brokerage of each actor, or why nothing is ranked."""
        from .questions.counted_ties import wide
        from .questions.rank import of_record

        return of_record(self._view, by, wide(with_), ambivalent, seconds=seconds)

    def agree(self, other: "View", at: Sequence[str] = (), same: dict[str, str] | None = None) -> "Agreement":
        """How far another coder's record agrees with this one (docs/agreement.md); lenses are not looked through.

        `at` are places to compare, `same` says which actor's id here is which there.
        """
        from .questions.agree import ask

        names = (self._loaded.dataset.about.title, other._loaded.dataset.about.title)
        return ask(self._view, other._view, names, at, same)

    def cite(self, *relations: str) -> "Citation":
        """The claims of those ids or permanent ids, or the one tie of two actors, as recorded: no lens narrows them."""
        from .questions.cite import ask

        return ask(self._view.through(PLAIN), relations)

    def sources(self) -> "Sources":
        """Which document, paragraph and voice bears how much, and which documents only repeat another."""
        from .questions.sources import ask

        return ask(self._view)

    def scenario(self, name: str) -> "Outlook":
        """One what-if on its own day: what would change, who stands where, risks stated, closed triads before and after.

        Days and what-ifs of this view are left aside; the rest of its lens counts.
        """
        from .questions.scenario import ask

        return ask(self._view, name)

    def scenarios(self) -> "Scenarios":
        """The what-ifs of the record."""
        from .questions.scenarios import ask

        return ask(self._view)

    def list(self, what: str = "actors") -> "Listing":
        """What is in the record: actors, relations, sources or voices."""
        from .questions.listing import ask

        return ask(self._view, what)

    def text(self, answer: Any, width: int = 80) -> str:
        """An answer as the command line prints it in a pipe, that many cells wide (60 to 120)."""
        from .presenters import plain

        return plain.present(self._page(answer), width)

    def markdown(self, answer: Any) -> str:
        """An answer as Markdown."""
        from .presenters import markdown

        return markdown.present(self._page(answer))

    def _page(self, answer: Any) -> Any:
        from importlib import import_module

        home = type(answer).__module__
        pages = {
            "show": "show_page", "why": "why_page", "listing": "listing", "path": "path_page",
            "matrix": "matrix_page", "timeline": "timeline_page",
            "agree": "agree_page",
            "disputes": "disputes_page", "hinges": "hinges_page", "sources": "sources_page",
            "diff": "diff_page", "since": "since_page",
            "diff_voices": "diff_voices_page", "diff_records": "diff_records_page",
            "cite": "cite_page", "scenario": "scenario_page", "scenarios": "scenarios",
            "balance": "balance_page", "balance_time": "balance_time_page",
            "blocs": "blocs_page", "rank": "rank_page",
            "compare": "compare_page" if len(getattr(answer, "actors", ())) == 2 else "compare_many_page",
        }  # fmt: skip
        name = pages.get(home.rpartition(".")[2])
        if name is None:
            raise Fault(f"{type(answer).__name__} is no answer of a question.")
        return import_module(f"actorgraph.questions.{name}").page(answer, self._view)


class Record(View):
    """A loaded data set, asked without a lens; `seen` looks at it through one."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(loaded, {})

    @property
    def dataset(self) -> "Dataset":
        """Everything that could be read, immutable: actors, relations, sources, voices, events by id."""
        return self._loaded.dataset

    @property
    def problems(self) -> "Sequence[Problem]":
        """What is wrong with the files, sorted by place: severity, file, line, column, words, what to write."""
        return self._loaded.problems

    def seen(self, **lens: str | Sequence[str] | bool) -> View:
        """The data set through a lens, with the options of the command line: `on="2020"`, `known_by="2018"`,
        `says=["united-nations", "press"]`, `without="mir-2021:p27"`, `roll_up=True`.

        Several values of one option are alternatives. A word that can't be read raises `Fault`.
        """
        given: dict[str, list[str]] = {}
        for option, value in lens.items():
            name = option.replace("_", "-")
            if name not in _LENS:
                raise Fault(f'No lens option "{option}". They are: {", ".join(_LENS)}.')
            if name == "roll-up":
                if value:
                    given[name] = []
                continue
            given[name] = [value] if isinstance(value, str) else [str(one) for one in value]  # type: ignore[union-attr]
        return View(self._loaded, given)
