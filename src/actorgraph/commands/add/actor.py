"""Somebody who can stand at an end of a tie."""

from typing import TYPE_CHECKING

from .. import offering
from . import naming
from .form import Form, adding
from .options import NOTE, argument, text, texts

if TYPE_CHECKING:
    from ...record.emitting import Value

EXAMPLES = (
    'actorgraph add actor "Ferry Guild" --kind company',
    'actorgraph add actor Islanders --kind community --alias "people of the islands" --dry-run',
    'actorgraph add actor "River Front, its boatmen" --kind segment --of "River Front"',
)


@adding(
    {
        "NAME": argument("[NAME]", "What it is called."),
        "kind": text(
            "--kind", "armed-group, government, party, community, segment ...", "KIND", offering.kinds
        ),
        "alias": texts("--alias", "Another name; may be given several times.", "NAME"),
        "of": text("--of", "The whole, of a segment only.", "ACTOR", offering.actors),
        "existed": text(
            "--existed", "From when to when: 1998/, 1998/2015. It bounds all its ties.", "FROM/TO"
        ),
        "place": texts("--place", "Where; may be given several times."),
        "id": text("--id", "Instead of the id made from the name.", "ID"),
    },
    NOTE,
)
def command(form: Form) -> None:
    """Somebody who can stand at an end of a tie.

    Its id is made from the name and shown. Names near its own are shown before it is added.
    """
    from ...record.naming import actor

    form.lacks("actor", {"NAME": form.one("NAME"), "--kind": form.one("kind")})
    name = form.need("Name", "NAME")
    aliases = form.many("alias")
    id_ = naming.new_id(form, name, "actors")
    of = actor(form.one("of"), form.dataset) if form.one("of") else ""
    naming.told_near(form, [name, id_, *map(str, aliases)], of)
    kind = form.need("Kind", "kind", naming.kind(form), offering.kinds())
    if form.asking and not aliases:
        aliases = naming.listed(form.may("Other names, joined by ;", "alias"))
        naming.told_near(form, map(str, aliases))
    if kind == "segment" and form.asking and not of:
        of = form.need("Of whom", "of", lambda word: actor(word, form.dataset), naming.actors(form.dataset))
    record: dict[str, Value] = {
        "name": name,
        "kind": kind,
        "aliases": aliases,
        "of": of,
        "place": form.many("place"),
    }
    form.add("actors", [(id_, {**record, **form.values("existed", "note")})])
