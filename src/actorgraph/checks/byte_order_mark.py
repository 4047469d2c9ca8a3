"""An invisible mark stands before the first letter."""

from ..problems import Severity

SEVERITY: Severity = "hint"
WHY = (
    "It does no harm here, yet other programs take it for a part of the first word. Save the file as "
    "UTF-8 without BOM."
)
GOOD = {
    "dataset.yaml": b"format: 1\ntitle: A sample\n",
}
BAD = {
    "dataset.yaml": b"\xef\xbb\xbfformat: 1\ntitle: A sample\n",
}
ALSO_BAD = {
    "actors.yaml": b"\xef\xbb\xbfactors:\n  east: {name: East, kind: state}\n",
}
