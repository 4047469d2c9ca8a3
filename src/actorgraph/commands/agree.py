"""How far two coders of the same text agree, and what they have to talk over."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from . import offering
from .asking import Asked, Refused, called, check_line, opened, question, write

if TYPE_CHECKING:
    from ..questions.agree import Agreement

EXAMPLES = (
    "actorgraph agree first second",
    "actorgraph agree first second --at p2,p3 --adjudicate talk-over.yaml",
)
NAME_IT = "Name the folders of two data sets: actorgraph agree FOLDER_A FOLDER_B"


@partial(question, lens={}, folder=("a", NAME_IT))
def command(
    asked: Asked,
    a: Annotated[str, typer.Argument(metavar="FOLDER_A", help="One coder's data set, a folder.")],
    b: Annotated[str, typer.Argument(metavar="FOLDER_B", help="The other coder's.")],
    at: Annotated[
        list[str] | None,
        typer.Option(
            "--at",
            metavar="PLACE",
            autocompletion=offering.LENS["source"],
            help="Only at a source, mir-2021:p2, or p2 of any source.",
        ),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option("--same", metavar="A_ID=B_ID", help="This actor of A is that one of B."),
    ] = None,
    adjudicate: Annotated[
        str | None,
        typer.Option("--adjudicate", metavar="FILE", help="Write the disagreements as YAML, to be decided."),
    ] = None,
) -> None:
    """How far two coders of the same text agree, and what they have to talk over.

    A and B are folders. What both found is compared as docs/agreement.md says; below 30 statements found by both,
    and without the extra `agree`, no coefficient is given.
    """
    from ..questions.agree import ask
    from ..questions.agree_page import page
    from ..view.memory import MemoryView

    found, loaded = opened(b, NAME_IT)
    other = called(found.folder)
    asked.tell_errors(loaded, safe(other))
    errors = sum(problem.severity == "error" for problem in loaded.problems)
    if errors and asked.strict:
        raise Refused(f"Errors in {safe(other)}, and --strict refuses. See: {check_line(found)}")
    asked.errors += errors
    second = MemoryView(loaded.dataset, asked.view.lens)
    names = called(asked.found.folder), other
    answer = ask(asked.view, second, names, _words(at), _pairs(same))
    if adjudicate is not None:
        _adjudicate(answer, adjudicate)
    asked.give("agree", answer, lambda: page(answer, asked.view))


def _words(typed: list[str] | None) -> list[str]:
    return [word for words in typed or () for word in words.split(",") if word]


def _pairs(typed: list[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in _words(typed):
        one, sign, other = word.partition("=")
        if not (one and sign and other):
            raise Fault(f'--same {word}: write the id in A, "=", the id in B: --same the-army=army')
        if found.get(one, other) != other:
            raise Fault(f'--same names "{one}" twice: an actor has one counterpart.')
        found[one] = other
    return found


def _adjudicate(answer: "Agreement", file: str) -> None:
    from ..presenters import yaml
    from ..questions.adjudication import cases

    comment = (
        f"What two coders have to talk over: a is {answer.names[0]}, b is {answer.names[1]}.\n"
        "Fill in each decision (a, b, both, neither, or what to code instead) and why. Then change the data sets by hand."
    )
    write(yaml.present(comment, cases(answer)), file)
