"""What-ifs of the record: what an option would change, who stands where, risks as stated."""

from typing import Annotated

import typer

from .asking import LENS, Asked, question
from .offering import scenarios

EXAMPLES = (
    "actorgraph scenario",
    "actorgraph scenario joint-targeting",
    "actorgraph scenario do-nothing --known-by 2021-09",
)
OWN = (
    "on",
    "during",
    "throughout",
    "scenario",
    "assume",
    "assume_not",
)  # a scenario has its own day and its own edits
LENSES = {name: kind for name, kind in LENS.items() if name not in OWN}


def _command(
    asked: Asked,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="The scenario's id; none lists them.", autocompletion=scenarios
        ),
    ] = None,
) -> None:
    """What-ifs of the record: what an option would change, who stands where, risks as stated."""
    if name is None:
        from ..questions import scenarios as listed

        every = listed.ask(asked.view)
        asked.give("scenarios", every, lambda: listed.page(every, asked.view, asked.folder))
        return
    from ..questions.scenario import ask
    from ..questions.scenario_page import page

    answer = ask(asked.view, name)
    asked.give("scenario", answer, lambda: page(answer, asked.view, asked.folder))


command = question(_command, LENSES)
