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
