"""A relation that is over, and who says so."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from .offering import speakers, ties, words
from .recording import Data, DryRun, recording

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..record.draft import Draft

EXAMPLES = ('actorgraph retire is-k.enmity.taliban --gone-by 2021-09 --evidence "mir-2021 p8" --dry-run',)


def command(
    relation: Annotated[
        str,
        typer.Argument(metavar="RELATION", help='The tie\'s id, or "ACTOR TYPE ACTOR".', autocompletion=ties),
    ],
    evidence: Annotated[
        str,
        typer.Option(
            "--evidence", metavar="WORDS", help='Who says so: "SOURCE PLACE" or "SOURCE PLACE VOICE STANCE".'
        ),
    ],
    gone_by: Annotated[
        str | None, typer.Option("--gone-by", metavar="DATE", help="It is over by then, at the latest.")
    ] = None,
    when: Annotated[
        str | None,
        typer.Option("--when", metavar="FROM/TO", help="Or its time, as that source has it: /2019."),
    ] = None,
    says: Annotated[
        str | None,
        typer.Option(
            "--says",
            metavar="VOICE",
            help="Whose word it is; `author`: the source's own.",
            autocompletion=speakers,
        ),
    ] = None,
    stance: Annotated[
        str | None,
        typer.Option(
            "--stance",
            metavar="WORD",
            help="supports or suggests: how strongly it says so.",
            autocompletion=words("stances"),
        ),
    ] = None,
    gist: Annotated[
        str | None, typer.Option("--gist", metavar="WORDS", help="The passage in your own words.")
    ] = None,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Give a relation an end, as one more item of its evidence.

    What was said before stays, each with its own time. The tie is over once nobody whose word counts says that it goes on.
    An end says too that the tie was: where the source's own voice has not said so yet, name who does, by --says.
    """
    from ..record.retiring import item, retire

    new = item(evidence)
    given = {"says": says, "stance": stance, "gist": gist}
    twice = next((key for key, value in given.items() if value and key in new), None)
    if twice:
        raise Fault(f'"{evidence}" says it already: leave --{twice} out, or name only source and place.')
    new |= _time(gone_by, when) | {key: value for key, value in given.items() if value}
    with recording(data, dry_run) as draft:
        id_ = retire(draft, relation, new)
    _tell(draft, id_)


def _time(gone_by: str | None, when: str | None) -> dict[str, str]:
    from ..period import Interval, Refusal, read_date, read_interval

    if (gone_by is None) == (when is None):
        raise Fault(
            "Say when it ended: --gone-by DATE, or --when /DATE where the source dates the end itself."
        )
    key, word = ("gone-by", gone_by) if gone_by is not None else ("when", when or "")
    found = read_date(word, key) if key == "gone-by" else read_interval(word, key)
    if isinstance(found, Refusal):
        instead = f" Write instead: --{key} {found.write[0]}" if found.write else f" {found.advice}"
        raise Fault(f"--{key}: {found.what}.{instead}")
    if isinstance(found, Interval) and found.end is None:
        raise Fault(f"--when {word} states no end. Such as: --when /2019, or --when 2015/2019")
    return {key: word}


def _tell(draft: "Draft", id_: str) -> None:
    """The time of the tie as it now reads, and whose word keeps it from being over."""
    from ..loading import build
    from ..spell import words
    from ..standing import positions

    dataset = build(draft.after, []).dataset
    row = dataset.by_id[id_]
    timing = positions(row.evidence).timing
    typer.echo(f"{id_}: {words([one.time for one in timing], row.modality == 'expected')}.", err=True)
    before, after = (_standing(one, id_) for one in (draft.loaded.dataset, dataset))
    if before != after:
        page = {word: fields["page"] for word, fields in dataset.vocabulary.words["standing"].items()}
        typer.echo(f"It was {page[before]}, and is {page[after]} now.", err=True)
    for one in timing:
        if one.time.when and one.time.when.goes_on:
            place = f"{one.where.file}:{one.where.line}"
            typer.echo(
                f"By {place} it goes on, so it may still hold: is that said of the time after?", err=True
            )


def _standing(dataset: "Dataset", id_: str) -> str:
    from ..lens import Lens
    from ..view.memory import MemoryView

    return next(one.standing for one in MemoryView(dataset, Lens()).relations() if one.relation.id == id_)
