"""An invisible character that no text holds."""

WHY = (
    "Two names could look alike and be different, and a terminal could be made to show what is not "
    "there. Delete it."
)
GOOD = {
    "actors.yaml": b"actors:\n  east: {name: East, kind: state}\n",
}
BAD = {
    "actors.yaml": b"actors:\n  east: {name: Ea\x08st, kind: state}\n",
}
ALSO_BAD = {
    "relations.yaml": (
        b"relations:\n  - {from: north, type: support, to: militia, scope: ar\x1bms, evidence: report p1}\n"
    ),
}
