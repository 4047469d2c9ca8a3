"""A new record or item in its place, laid out as its neighbours are; all else in the file stays as it is."""

from ..errors import Fault
from ..nodes import Mapping, Node, Scalar, Sequence
from .draft import Draft
from .edits import Edit, is_flow, keeps_blanks, line_end, line_start, remarks_end, value_end
from .emitting import WIDTH, Value, block, flow, scalar


def insert(
    draft: Draft,
    family: str,
    record: dict[str, Value],
    id_: str | None = None,
    *,
    key: str | None = None,
    file: str | None = None,
    after: Node | None = None,
) -> str:
    """A record at the end of its family, or after the record `after` of `file`; the name of the file.

    `id_` where records are a mapping (all but relations); `key` where the top key is another than the family
    (voices, in sources). The fields are written in the order of the mapping.
    """
    key = key or family
    name = file or _home(draft, family, key)
    root, text = draft.root(name), draft.text(name)
    if root is None:
        head = draft.put_text(name) or text
        head += "\n" if head and not head.endswith("\n") else ""
        top = [] if draft.put_text(name) else [f"{key}:"]  # one more record for a file that is new itself
        draft.put(name, head + "\n".join([*top, *_lines(record, id_, 2)]) + "\n")
        return name
    there = root.get(key)
    if there is None:
        if is_flow(text, root):
            raise Fault(
                f"{name} is all between brackets. Write `{key}:` on a line of its own, then try again."
            )
        draft.edit(name, _below(text, root, 0, "\n".join([f"{key}:", *_lines(record, id_, 2)])))
        return name
    draft.edit(name, *into(text, there, record, id_, column=2, after=after, top=root.key(key)))
    return name


def into(
    text: str,
    there: Node,
    value: Value,
    id_: str | None = None,
    *,
    column: int,
    after: Node | None = None,
    top: Node | None = None,
) -> list[Edit]:
    """One more entry in a list, or under `id_` in a mapping; into an empty one, after its key `top`, at `column`."""
    entries = _entries(there)
    if not entries:
        return _first(text, there, value, id_, column, top)
    neighbour = next((entry for entry in entries if after is not None and entry[1] is after), entries[-1])
    if is_flow(text, there):
        return _between_brackets(text, entries, neighbour, value, id_)
    at = _left(text, there)
    lines = _alike(text, neighbour[1], value, id_, at)
    gap = "\n" if _spaced(text, entries) and not keeps_blanks(text, neighbour[1]) else ""
    return [_below(text, neighbour[1], at, gap + "\n".join(lines))]


def _entries(there: Node) -> list[tuple[Node, Node]]:
    """Where each entry begins, and its value."""
    if isinstance(there, Mapping):
        return list(there.pairs)
    return [(one, one) for one in there.items] if isinstance(there, Sequence) else []


def _left(text: str, there: Node) -> int:
    """The column of the hyphens, or of the keys."""
    return int(there.start.column)


def _home(draft: Draft, family: str, key: str) -> str:
    """The last file of the family that has the key, else the last one, else a new one."""
    names = draft.names(family)
    having = [name for name in names if (root := draft.root(name)) is not None and root.get(key) is not None]
    return (having or names or [f"{family}.yaml"])[-1]


def _lines(value: Value, id_: str | None, column: int) -> list[str]:
    """The entry on lines of its own: a record is not put on one line."""
    blanks = " " * column
    if id_ is not None:
        return [f"{blanks}{scalar(id_, flow=False)}:", *block(value, column + 2)]
    first, *rest = block(value, column + 2)
    return [f"{blanks}- {first[column + 2 :]}", *rest]


def _alike(text: str, neighbour: Node, value: Value, id_: str | None, column: int) -> list[str]:
    """The entry in the style of the one before: on one line, or on several with the same indent."""
    blanks = " " * column
    head = f"{blanks}-" if id_ is None else f"{blanks}{scalar(id_, flow=False)}:"
    if isinstance(value, str) or (is_flow(text, neighbour) and column + len(flow(value)) <= WIDTH):
        return [f"{head} {flow(value) if not isinstance(value, str) else scalar(value, flow=False)}"]
    inner = int(neighbour.start.column)
    if isinstance(neighbour, Scalar) or is_flow(text, neighbour) or inner < column + 1 + (id_ is None):
        return _lines(value, id_, column)
    lines = block(value, inner)
    if id_ is not None:
        return [head, *lines]
    return [f"{head}{' ' * (inner - column - 1)}{lines[0][inner:]}", *lines[1:]]


def _below(text: str, node: Node, column: int, words: str) -> Edit:
    """On the lines after the value, and after remarks on it."""
    end = remarks_end(text, node, column)
    return Edit(end, end, f"\n{words}")


def _spaced(text: str, entries: list[tuple[Node, Node]]) -> bool:
    """Whether an empty line parts the last two entries."""
    if len(entries) < 2:
        return False
    between = text[value_end(text, entries[-2][1]) : line_start(text, entries[-1][0].start.index)]
    return any(not line.strip() for line in between.splitlines()[1:])


def _first(
    text: str, there: Node, value: Value, id_: str | None, column: int, top: Node | None
) -> list[Edit]:
    """Into what holds nothing yet: below its key, in place of empty brackets."""
    assert top is not None
    begin, end = top.end.index, value_end(text, there)
    colon = text.index(":", begin)
    kept = text[colon + 1 : max(end, colon + 1)].strip()
    if kept and kept not in ("[]", "{}", "''", '""'):
        raise Fault(
            f"Line {there.line}: `{top.text if isinstance(top, Scalar) else ''}` holds no list."
            " Mend that first: actorgraph check"
        )
    edits = [Edit(colon + 1, end, "")] if kept else []
    at = line_end(text, max(end, colon + 1))
    return [*edits, Edit(at, at, "\n" + "\n".join(_lines(value, id_, column)))]


def _between_brackets(
    text: str, entries: list[tuple[Node, Node]], neighbour: tuple[Node, Node], value: Value, id_: str | None
) -> list[Edit]:
    words = flow(value) if id_ is None else f"{scalar(id_)}: {flow(value)}"
    end = value_end(text, neighbour[1])
    begins = [entry[0].start for entry in entries]
    if len(begins) > 1 and begins[-1].line != begins[-2].line:
        words = f"\n{' ' * int(neighbour[0].start.column)}{words}"
    else:
        words = f" {words}"
    return [Edit(end, end, f",{words}")]
