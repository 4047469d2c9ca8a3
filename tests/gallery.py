"""The gallery of errors, docs/errors.md: every rule with a broken sample and what check really prints for it."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import fill

from actorgraph import checks, tree
from actorgraph.checks.sample import laid
from actorgraph.loading import Loaded, load
from actorgraph.presenters import faults
from actorgraph.presenters.explained import shown

PAGE = Path(__file__).resolve().parent.parent / "docs" / "errors.md"
Situation = Callable[[Path], object]
OPENING = """\
# The gallery of errors

Every problem that `actorgraph check` tells, with a broken sample, what is printed for it, and how it is right.
`actorgraph explain NAME` says the same at the terminal. This page is made from the checks (`make docs`).

An **error** keeps its record out of every answer, or makes answers wrong, until it is mended. A **warning** and a
**hint** are judgements: mend it, or keep it with a reason under `suppress:` in dataset.yaml.

The samples stand beside a small data set: two states (`north`, `south`), a `militia`, a `report`, the `press`."""


def only_relations(folder: Path) -> None:
    for name in ("dataset.yaml", "actors", "sources"):
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def many_files(family: str) -> Situation:
    def make(folder: Path) -> None:
        # Further names of one file are made ten times faster than files; some systems allow a thousand a file.
        for number in range(tree.MOST_FILES):
            one = folder / family / f"{number}.yaml"
            if number % 1000 == 0:
                first = one
                first.touch()
            else:
                one.hardlink_to(first)

    return make


def large(name: str) -> Situation:
    def make(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.truncate(70 * 2**20)

    return make


def link_out(name: str) -> Situation:
    def make(folder: Path) -> None:
        outside = folder.parent / f"elsewhere-{name}"
        shutil.rmtree(folder / name, ignore_errors=True)
        if name.endswith(".yaml"):
            outside.write_text("actors:\n")
        else:
            outside.mkdir()
        (folder / name).symlink_to(outside)

    return make


def long_value(file: str, record: str) -> Situation:
    return lambda folder: (folder / file).write_text(record.replace("...", "x" * 100_001))


def many_faults(name: str, row: str) -> Situation:
    return lambda folder: (folder / f"{name}.yaml").write_text(f"{name}:\n{row * 30}")


# Where a broken sample is a sentence, how to bring about what BAD and ALSO_BAD say.
SITUATIONS: dict[str, tuple[Situation, Situation]] = {
    "missing-file": (lambda folder: shutil.rmtree(folder / "relations"), only_relations),
    "unreadable-file": (
        lambda folder: (folder / "relations.yaml").mkdir(),
        lambda folder: (folder / "actors.yaml").mkdir(),
    ),
    "link-outside": (link_out("actors.yaml"), link_out("relations")),
    "too-many-files": (many_files("relations"), many_files("actors")),
    "file-too-large": (large("relations.yaml"), large("events.yaml")),
    "too-long": (
        long_value("actors.yaml", "actors:\n  east: {name: East, kind: state, note: ...}\n"),
        long_value(
            "relations.yaml",
            "relations:\n  - {from: north, type: support, to: south, evidence: {source: report, gist: ...}}\n",
        ),
    ),
    "too-many-faults": (
        many_faults("relations", "  - {from: north]\n"),
        many_faults("actors", "  east: {name: East]\n"),
    ),
}


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def lay(folder: Path, name: str, which: str) -> None:
    """The rule's `good`, `bad` or `also_bad` sample as a data set in the folder."""
    sample = getattr(checks.rule(name), which)
    write(folder, laid(sample))
    if isinstance(sample, str) and which != "good":
        SITUATIONS[name][which == "also_bad"](folder)


def read(folder: Path, name: str, which: str) -> Loaded:
    lay(folder, name, which)
    return load(str(folder))


def printed(name: str) -> str:
    """What check prints of the first problem of that name in the rule's first broken sample."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "my-record"
        loaded = read(folder, name, "bad")
        problem = next(one for one in checks.report(loaded).problems if one.name == name)
        page = faults.present(checks.Report([problem], []), loaded.texts)
        return page.partition("\n\n")[0].replace(str(folder), "my-record")


def page() -> str:
    """docs/errors.md as it has to be."""
    parts = [OPENING]
    for heading, names in checks.GROUPS.items():
        parts.append(f"## {heading}")
        for name in names:
            rule = checks.rule(name)
            parts += [f"### {name}", fill(f"**{rule.severity}**: {rule.summary} {rule.why}", 120)]
            parts += [
                *sampled("Wrong", rule.bad),
                fenced("text", printed(name)),
                *sampled("Right", rule.good),
            ]
    return "\n\n".join(parts) + "\n"


def sampled(word: str, sample: checks.sample.Sample) -> list[str]:
    if isinstance(sample, str):
        return [f"{word}: {sample}"]
    return [
        part
        for number, (file, typed) in enumerate(sample.items())
        for part in (
            f"With `{file}`:" if number else f"{word}, `{file}`:",
            fenced("yaml" if file.endswith(".yaml") else "text", shown(typed)),
        )
    ]


def fenced(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"
