"""A data set seen through a lens: all that a question ever sees."""

from collections.abc import Sequence
from typing import Protocol

from ..dataset import Borne, Dataset
from ..lens import Lens
from ..model import Actor, Relation, Source
from ..sight import Hidden, Seen, Sight


class View(Protocol):
    """Eight reads, whatever the home of the data, and `through`, for what is asked again through another lens.

    `sight` holds the lens and looks at single records.
    """

    sight: Sight

    @property
    def dataset(self) -> Dataset: ...

    @property
    def lens(self) -> Lens: ...

    def resolve(self, name: str) -> Actor:
        """The actor of that name, under roll-up its top; a Fault names the bearers of an ambiguous one, or the nearest."""

    def actors(self) -> Sequence[Actor]:
        """All actors of the kinds asked for, in the file's order."""

    def relations(self, around: str | None = None) -> Sequence[Seen]:
        """What is seen, of all relations or of those with that actor at an end, in the file's order.

        Where kinds are asked for, the other end of an actor's tie is of one of them; in the whole list, either end.
        """

    def naming(self, actor: str) -> Sequence[Seen]:
        """What is seen of the relations against the actor, or on which it speaks."""

    def borne(self, around: str | None = None) -> Borne:
        """What rests on which documents and voices, of all that is seen or of one actor's; no what-ifs."""

    def relation(self, id_: str) -> Relation | None:
        """One relation as it stands in the file."""

    def source(self, id_: str) -> Source | None:
        """One source."""

    def hidden(self, around: str | None = None) -> Sequence[Hidden]:
        """What the lens hides, with the reason."""

    def ended(self, around: str | None = None) -> Sequence[Hidden]:
        """What a scenario has ended on the days asked: the lens hides it, and no option of it does."""

    def through(self, lens: Lens) -> "View":
        """The same data through another lens."""
