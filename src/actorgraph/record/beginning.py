"""A new data set: what its files say, and putting all of them on disk or none."""

import os
from contextlib import suppress
from typing import Final

from .. import schema
from ..errors import Fault
from ..tree import NAMES
from . import lock, writing
from .emitting import scalar

_DATASET: Final = """\
# What this record is about, and what was searched for it.
format: 1
title: {title}
{question}
# What was SEARCHED. Until it stands here, "not coded" can't be told from "nobody looked".
# coverage:
#   sources: [ids of the sources read]
#   actors: every actor named in the sources
#   types: all
#   period: 2024/2026
coders: [coder-a]      # roles will do
handling: TLP:CLEAR    # or TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED
# licence: CC-BY-4.0
version: 0.1.0
"""
_ACTORS: Final = """\
# Who can stand at an end of a tie. Such as:
#   river-front:
#     name: River Front
#     kind: armed-group          # other kinds: actorgraph add actor --help
#     aliases: [RF]
# actorgraph add actor "River Front" --kind armed-group --alias RF
actors:
"""
_SOURCES: Final = """\
# The documents read. Such as:
#   report:
#     title: The title of it
#     author: Jane Doe           # or publisher: who speaks where nobody else is named
#     published: 2026-03
#     text: texts/report.txt     # optional: quotes are checked against it; its line N is paragraph pN
# actorgraph add source report --title "The title of it" --author "Jane Doe" --published 2026-03
sources:
# Who speaks in them and is no actor, such as:
#   residents: {name: residents, kind: unnamed}
# actorgraph add voice residents --kind unnamed
voices:
"""
_RELATIONS: Final = """\
# What would be so between two actors, and who holds what about it. Reads as a sentence: from, type, to. Such as:
#   - from: river-front
#     type: enmity               # others: actorgraph explain hostile (cooperative, belongs, movement, neutral)
#     to: northern-council
#     when: 2019/..              # since 2019, and still when the source appeared
#     evidence: report p3        # or several; longer: {source: report, at: p3, says: residents, stance: doubts}
# actorgraph add relation "River Front" enmity "Northern Council" --when 2019/.. --evidence "report p3"
relations:
"""
_ATTRIBUTES: Final = """\
# The record has the same line ends on every machine.
*.yaml text eol=lf
# Texts of sources stay to the byte: their checksums are stated.
texts/** -text
# Two branches merge record by record rather than line by line, once git is told on each machine:
# git config merge.actorgraph.driver 'actorgraph merge-driver %O %A %B %P'
# Until then git takes no notice of this line.
*.yaml merge=actorgraph
"""
_WORKFLOW: Final = """\
# Every problem in the record, told at its line of the change that brought it. GitHub reads this file.
name: check
on: [push, pull_request]
permissions:
  contents: read
env:
  # What pip installs actorgraph from: git+https://ADDRESS@TAG, or a wheel that lies in this repository.
  ACTORGRAPH: ''
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: '3.13'}
      - run: pip install "${ACTORGRAPH:?write at the top of this file where actorgraph comes from}"
      - run: actorgraph check --data . --format github
"""


def files(title: str, question: str | None = None) -> dict[str, bytes]:
    """The files of a data set without a record, by name; each of its own names its schema."""
    asked = (
        f"question: {scalar(question, flow=False)}"
        if question
        else "# question: who stands where towards whom"
    )
    written = {
        "dataset": _DATASET.format(title=scalar(title, flow=False), question=asked),
        "actors": _ACTORS,
        "sources": _SOURCES,
        "relations": _RELATIONS,
    }
    link = "# yaml-language-server: $schema=.schema/{}.schema.json\n"
    texts = {f"{name}.yaml": link.format(name) + text for name, text in written.items()}
    texts |= {f".schema/{name}.schema.json": schema.text(name) for name in schema.FILES}
    texts |= {".gitattributes": _ATTRIBUTES, ".github/workflows/check.yml": _WORKFLOW}
    return {name: text.encode() for name, text in texts.items()}


def begin(folder: str, made: dict[str, bytes]) -> None:
    """Put the files into the folder, which may be there but holds none of them and no data set."""
    if not os.path.lexists(folder):
        _whole(folder, made)
        return
    if not os.path.isdir(folder):
        raise Fault(f'"{folder}" is no folder. Name one: actorgraph init DIR')
    with lock.held(folder):
        _free(folder, made)
        _into(folder, made)


def _free(folder: str, made: dict[str, bytes]) -> None:
    """A Fault where the folder holds a data set already, or one of the files."""
    there = [name for name in NAMES[1:] if os.path.lexists(os.path.join(folder, name))]
    there += [
        name for name in (f"{name}.yaml" for name in NAMES) if os.path.lexists(os.path.join(folder, name))
    ]
    if os.path.lexists(os.path.join(folder, "data", "dataset.yaml")):
        there.append("data/dataset.yaml")
    other = [name for name in made if name not in there and os.path.lexists(os.path.join(folder, name))]
    if there:
        named = f"{', '.join(there[:3])}{' and more' if there[3:] else ''}"
        raise Fault(
            f'"{folder}" holds {named} already. Nothing was changed.',
            "Is it your record: actorgraph check",
            "Begin another one in a folder of its own: actorgraph init NAME",
        )
    if other:
        raise Fault(
            f'"{folder}" holds {", ".join(other[:3])} already, which is not written over. Nothing was changed.',
            "Begin the record in a folder of its own: actorgraph init NAME",
        )


def _whole(folder: str, made: dict[str, bytes]) -> None:
    """A new folder: it appears under its name when all is in it."""
    home = os.path.abspath(folder)
    above, name = os.path.split(home)
    aside = os.path.join(above, f".{name}.{os.getpid()}.actorgraph")
    try:
        os.makedirs(above, exist_ok=True)
        os.mkdir(aside)
        writing.replace(aside, made)
        os.rename(aside, home)
    except (Fault, OSError) as error:
        raise _cannot(folder, error) from error
    finally:
        if os.path.isdir(aside):
            import shutil

            shutil.rmtree(aside, ignore_errors=True)


def _into(folder: str, made: dict[str, bytes]) -> None:
    """Into a folder that is there: where one file can't be written, those before it are taken away again."""
    inner = [os.path.join(folder, name) for name in (".schema", ".github", ".github/workflows")]
    new = [path for path in inner if not os.path.lexists(path)]
    try:
        writing.replace(folder, made)
    except BaseException as error:
        for name, data in made.items():
            with suppress(OSError), open(os.path.join(folder, name), "rb") as file:
                if file.read() == data:
                    os.unlink(file.name)
        for path in reversed(new):
            with suppress(OSError):
                os.rmdir(path)
        if isinstance(error, Fault | OSError):
            raise _cannot(folder, error) from error
        raise


def _cannot(folder: str, error: Exception) -> Fault:
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if not isinstance(cause, OSError):
        return error if isinstance(error, Fault) else Fault(str(error))
    why = cause.strerror or str(cause)
    return Fault(f'Can\'t begin a record in "{folder}": {why[:1].lower()}{why[1:]}. Nothing was written.')
