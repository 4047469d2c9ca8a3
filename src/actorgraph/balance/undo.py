"""The way back: camps of the blocks of a core into camps of the graph it came from."""

from collections.abc import Sequence

from .reduce import Choose, Follow

Camps = dict[int, int]


def glue(parts: Sequence[Camps], camps: int | None) -> Camps:
    """Camps of blocks, each counted for itself, into camps of them all: a block is renamed to agree in the vertex it
    shares.
    """
    at: dict[int, list[int]] = {}
    for place, part in enumerate(parts):
        for vertex in part:
            at.setdefault(vertex, []).append(place)
    found: Camps = {}
    placed: set[int] = set()
    spare = 0
    for start in range(len(parts)):
        queue = [start]
        for place in queue:
            if place in placed:
                continue
            placed.add(place)
            part = parts[place]
            joint = next((vertex for vertex in part if vertex in found), None)
            if camps is None:
                name = {camp: spare + camp for camp in set(part.values())}
                if joint is not None:
                    name[part[joint]] = found[joint]
                spare += 1 + max(part.values())
            else:
                name = {camp: camp for camp in range(camps)}
                if joint is not None:
                    old, new = part[joint], found[joint]
                    name[old], name[new] = new, old
            for vertex, camp in part.items():
                found[vertex] = name[camp]
                queue.extend(other for other in at[vertex] if other not in placed)
    return found


def undo(steps: Sequence[Follow | Choose], found: Camps, camps: int | None) -> Camps:
    """Camps of a core into camps of all vertices: the steps of its reduction, last first."""
    camp = dict(found)
    spare = 1 + max(camp.values(), default=-1)
    for step in reversed(steps):
        if isinstance(step, Follow):
            camp[step.vertex] = camp[step.to] if step.sign > 0 else 1 - camp[step.to]
            continue
        pull = dict.fromkeys(range(camps) if camps is not None else [spare], 0)
        for other, weight in step.near.items():
            pull[camp[other]] = pull.get(camp[other], 0) + weight
        camp[step.vertex] = max(pull, key=lambda one: (pull[one], -one))
        spare = max(spare, camp[step.vertex] + 1)
    return camp


def named(camp: Sequence[int]) -> tuple[int, ...]:
    """Camps numbered in the order in which their lowest vertices come."""
    number: dict[int, int] = {}
    return tuple(number.setdefault(one, len(number)) for one in camp)
