"""A record on its way into a file: what the line gave, what is asked for on a terminal, and where it went."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, wraps
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import typer

from ...errors import Fault
from ...text import safe
from .. import prompting
from ..recording import named, recording
from .options import COMMON, Options, taken

if TYPE_CHECKING:
    from ...dataset import Dataset
    from ...record.emitting import Value

Take = Callable[[str], str]
NATURAL = ("unused-source", "unused-voice")


def as_typed(word: str) -> str:
    """The value itself: what is wrong with it the check will tell."""
    return word


def adding(*groups: Options) -> "Callable[[Callable[[Form], None]], Callable[..., None]]":
    """The command with those options and the ones that every `add` takes; the form holds their values."""
    options = {name: option for group in (*groups, COMMON) for name, option in group.items()}
    params = {name: name.replace("-", "_") + "_" * iskeyword(name) for name in options}

    def made(function: "Callable[[Form], None]") -> Callable[..., None]:
        @wraps(function)
        def run(**given: Any) -> None:
            function(Form({name: given[param] for name, param in params.items()}))

        keyword = inspect.Parameter.KEYWORD_ONLY
        signature = [
            inspect.Parameter(params[name], keyword, default=default, annotation=kind)
            for name, (kind, default) in options.items()
        ]
        del run.__wrapped__  # the signature below is the one to read
        run.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in signature}
        return run

    return made


class Form:
    """What every `add` goes by: the values given, the data set, and whether somebody can be asked."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        from ...record.draft import refuse_shipped

        self._given: dict[str, Any] = {
            name: taken(name, value)
            if isinstance(value, str)
            else [taken(name, one) for one in value]
            if isinstance(value, list)
            else value
            for name, value in given.items()
        }
        self.options = frozenset(given)
        self.data: str | None = given["data"]
        self.dry_run: bool = given["dry_run"]
        self.anyway: bool = given["anyway"]
        self.found = named(self.data)
        refuse_shipped(self.found)
        self.terminal = prompting.possible(given["no_input"])
        self.asking = False

    @cached_property
    def dataset(self) -> "Dataset":
        """What can be read of the record as it is."""
        from ...loading import load

        return load(self.found.folder).dataset

    def one(self, name: str) -> str:
        """The text that an option was given; empty where it was given none."""
        return self._given[name] or ""

    def many(self, name: str, take: Take = as_typed) -> "list[Value]":
        """The texts of an option that may be given several times."""
        return [take(word) for word in self._given[name] or ()]

    def values(self, *names: str) -> "dict[str, Value]":
        """The texts of those options that go into the record as they were typed."""
        return {name: self._given[name] for name in names if self._given[name]}

    def lacks(self, what: str, given: Mapping[str, object]) -> None:
        """Where something needed was not given: it will be asked for, or a Fault names all that lacks."""
        missing = [name for name, value in given.items() if not value]
        if missing and not self.terminal:
            raise Fault(f"Missing: {', '.join(missing)}. Try: actorgraph add {what} --help")
        self.asking = bool(missing)

    def need(
        self,
        question: str,
        name: str,
        take: Take = as_typed,
        offers: Iterable[str] = (),
        *,
        fits: Take = as_typed,
        needed: bool = True,
        without: str = "none",
    ) -> str:
        """The value of an option as `take` takes it; asked for where the line gave none.

        What was asked for has to pass `fits` as well; of what stands on the line the check tells.
        """
        if self._given[name]:
            return take(self.one(name))
        return prompting.ask(
            question, lambda typed: take(fits(taken(name, typed))), offers, needed=needed, without=without
        )

    def may(
        self,
        question: str,
        name: str,
        offers: Iterable[str] = (),
        *,
        fits: Take = as_typed,
        without: str = "none",
    ) -> str:
        """As `need`, of what can be left out: it is asked for only where something else was."""
        if self.asking and not self._given[name]:
            self._given[name] = self.need(
                question, name, offers=offers, fits=fits, needed=False, without=without
            )
        return self.one(name)

    def settle(self, told: Iterable[str], question: str, hint: str) -> None:
        """Before something like it is added: what is there is shown, and a yes or --anyway is needed."""
        lines = list(told)
        if not lines or self.anyway:
            return
        if not self.terminal:
            raise Fault(lines[0], *lines[1:], hint)
        for line in lines:
            typer.echo(safe(line), err=True)
        if not prompting.agreed(question, False):
            raise Fault("Nothing was written.")

    def add(
        self,
        family: str,
        records: "list[tuple[str, Mapping[str, Value]]]",
        key: str = "",
        *,
        by_id: bool = True,
    ) -> None:
        """The records, each after its id, at the end of their family; whoever was asked for them sees them first."""
        from ...record.inserting import insert
        from ...record.order import order

        key = key or family
        ready = [(id_, {name: one[name] for name in order(key) if one.get(name)}) for id_, one in records]
        if self.asking:
            self.show(ready)
        with recording(self.data, self.dry_run, NATURAL, self.options) as draft:
            for id_, record in ready:
                name = insert(draft, family, record, id_ if by_id else None, key=key)
        if not self.dry_run:
            lines = _lines(draft.after[name], name, key)[-len(ready) :]
            for (id_, _), line in zip(ready, lines, strict=True):
                typer.echo(safe(f"Added {id_} ({name}:{line})."))

    def show(self, records: "list[tuple[str, dict[str, Value]]]") -> None:
        """What is to be written, and a yes to it."""
        from ...record.emitting import block

        for id_, record in records:
            for line in (f"  {id_}:", *block(record, 4)):
                typer.echo(safe(line), err=True)
        if not prompting.agreed("Write it?", True):
            raise Fault("Nothing was written.")


def _lines(data: bytes, name: str, key: str) -> list[int]:
    """The line of each record of a file."""
    from ... import nodes

    root, _ = nodes.read(data, name)
    there = root.get(key) if isinstance(root, nodes.Mapping) else None
    if isinstance(there, nodes.Mapping):
        return [one.line for one, _ in there.pairs]
    return [one.line for one in there.items] if isinstance(there, nodes.Sequence) else []
