"""Somebody who speaks in a source and is no actor."""

from .. import offering
from . import naming
from .form import Form, adding
from .options import NOTE, argument, text

EXAMPLES = (
    'actorgraph add voice "boatmen at the landing" --kind unnamed --id boatmen',
    'actorgraph add voice "Crossing Authority" --kind official --dry-run',
)


@adding(
    {
        "NAME": argument("[NAME]", "What it is called."),
        "kind": text(
            "--kind", "unnamed, official, analyst, media ...", "WORD", offering.words("voice-kinds")
        ),
        "id": text("--id", "Instead of the id made from the name.", "ID"),
    },
    NOTE,
)
def command(form: Form) -> None:
    """Somebody who speaks in a source and is no actor.

    Authors and publishers need no such record: naming them in their source is enough.
    """
    form.lacks("voice", {"NAME": form.one("NAME"), "--kind": form.one("kind")})
    name = form.need("Name", "NAME")
    id_ = naming.new_id(form, name, "voices")
    naming.told_near(form, [name, id_])
    kinds = form.dataset.vocabulary.words["voice-kinds"]
    kind = form.need("Kind", "kind", naming.one_of("kind of voice", kinds), kinds)
    form.add("sources", [(id_, {"name": name, "kind": kind, **form.values("note")})], "voices")
