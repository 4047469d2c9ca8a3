"""A document that is read."""

import os
from typing import TYPE_CHECKING

from ...errors import Fault
from ...text import fold, slug
from .. import offering
from . import naming
from .form import Form, adding
from .items import joined
from .options import NOTE, argument, text, texts

if TYPE_CHECKING:
    from ...record.emitting import Value

EXAMPLES = (
    'actorgraph add source diary --title "A ferry diary" --author "A boatman" --published 2020-04',
    'actorgraph add source relay --title "Shots again" --publisher "Hill Post" --published 2020-05 --derives-from wire',
)


@adding(
    {
        "ID": argument("[ID]", "How evidence will name it, such as mir-2021."),
        "title": text("--title", "Its title."),
        "author": text("--author", "Who speaks in it: a name, or the id of an actor or voice.", "NAME"),
        "publisher": text("--publisher", "Who brought it out; speaks where no author is named.", "NAME"),
        "published": text("--published", "When it appeared: 2021, 2021-09, 2021-09-03.", "DATE"),
        "url": text("--url", "Where it can be read.", "URL"),
        "text": text("--text", "Its own text, a file in the folder of the record.", "FILE"),
        "reliability": text("--reliability", "Your grade of it.", "A|B|C|D|E|F"),
        "derives-from": texts("--derives-from", "The source that it repeats.", "SOURCE", offering.documents),
        "label": text("--label", "What stands for it in brackets; else its number."),
        "handling": text("--handling", "Where stricter than the record's: TLP:GREEN, TLP:AMBER ...", "TLP"),
    },
    NOTE,
)
def command(form: Form) -> None:
    """A document that is read.

    With --text quotes are checked against it: line N of that file is paragraph N. Its checksum is written too.
    """
    from ...record.naming import source

    dataset = form.dataset
    spoken = form.one("author") or form.one("publisher")
    needed = {"ID": form.one("ID"), "--title": form.one("title"), "--published": form.one("published")}
    form.lacks("source", {**needed, "--author or --publisher": spoken})
    id_ = form.need("Id, such as mir-2021", "ID", naming.free(form, "sources"))
    title = form.need("Title", "title")
    _told(form, title)
    offers = naming.voices(dataset)
    author = form.one("author") if form.one("publisher") else form.may("Author", "author", offers=offers)
    publisher = form.one("publisher")
    if form.asking and not publisher and not form.one("author"):
        publisher = (form.may if author else form.need)("Publisher", "publisher", offers=offers)
    published = form.need("Published, such as 2021-09", "published", fits=naming.date("published"))
    record: dict[str, Value] = {
        "title": title,
        "published": published,
        "url": form.may("Address (URL)", "url"),
    }
    record |= {"author": _speaker(form, author), "publisher": _speaker(form, publisher)}
    from_ = joined(form.many("derives-from", lambda word: source(word, dataset)))
    file = form.may("File with its text", "text")
    told = {**record, "derives-from": from_, **(_text(form, file) if file else {})}
    form.add("sources", [(id_, {**told, **form.values("reliability", "label", "handling", "note")})])


def _told(form: Form, title: str) -> None:
    """Of sources under that title or address."""
    from ...record.alike import Near, near_titles

    url = form.one("url")
    found = [one for one in near_titles([title], form.dataset) if one.what == "source"]
    known = {one.id for one in found}
    found += [
        Near(one.id, one.title, "source, the same address")
        for one in form.dataset.sources.values()
        if url and one.url.rstrip("/") == url.rstrip("/") and one.id not in known
    ]
    naming.settle(form, found)


def _speaker(form: Form, name: str) -> str:
    """The id of the actor or voice of that name; a name that reading turns into that id, or a new one, stays."""
    called = {
        id_: one.name for known in (form.dataset.actors, form.dataset.voices) for id_, one in known.items()
    }
    found = [id_ for id_, known in called.items() if name and fold(name) == fold(known)]
    return found[0] if len(found) == 1 and found[0] != slug(name) else name


def _text(form: Form, file: str) -> "dict[str, str]":
    """The file as the record names it, and its checksum; a Fault where it can't be read."""
    from hashlib import sha256

    from ... import tree

    home = os.path.realpath(form.found.folder)
    path = next((p for p in (os.path.realpath(file), os.path.join(home, file)) if os.path.exists(p)), None)
    if path is None:
        raise Fault(f'There is no file "{file}". Put the text into the folder of the record: --text FILE')
    name = os.path.relpath(path, home).replace(os.sep, "/")
    found = tree.read_file(home, name) if not name.startswith("../") else None
    if not isinstance(found, tree.File):
        raise Fault(
            f'"{file}" is no file in the folder of the record. Put it there, such as in texts/, so that the record'
            " stays whole when it is copied."
        )
    return {"text": name, "sha256": sha256(found.data).hexdigest()}
