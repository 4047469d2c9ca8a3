"""Text in another encoding than UTF-8."""

WHY = (
    "The same byte is another letter on another machine, so a name would be read wrongly and never "
    "found. Save the file as UTF-8."
)
GOOD = {
    "actors.yaml": """\
actors:
  east: {name: República, kind: state}
""",
}
BAD = {
    "actors.yaml": b"actors:\n  east: {name: Rep\xfablica, kind: state}\n",
}
ALSO_BAD = {
    "relations.yaml": b"relations:\n  - {from: north, type: support, to: militia, scope: d\xe9fense, evidence: report p1}\n",
}
