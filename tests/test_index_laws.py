"""An answer out of the index is the answer out of the files, byte for byte: of every question, through every lens."""

import contextlib
import io
import itertools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from actorgraph.cli import main
from actorgraph.index import opened
from actorgraph.index.codec import decoded, encoded
from actorgraph.index.indexed import Indexed
from actorgraph.loading import load
from actorgraph.tree import shipped
from generated import Files, data_sets, dice, lens_of, written

EVERY = (
    "show A", "show A --brief", "compare A B", "compare A B C", "path A B", "path A B --count 5", "why A B", "why A",
    "matrix", "list actors", "list relations", "list sources", "list voices", "timeline", "timeline A", "disputes",
    "disputes A", "hinges", "hinges A B", "sources", "balance", "blocs", "rank", "brief A",
    "diff --from 1975 --to 1985", "cite r1", "draw", "draw A", "scenario",
)  # fmt: skip
FORMATS = ((), ("--format", "json"), ("--format", "csv"))


def run(*words: str) -> tuple[int, str, str]:
    """What a command line gives: its code, its answer and its talk."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*words])
    texts = []
    for stream in (out, err):
        stream.seek(0)
        texts.append(stream.read())
    return code, texts[0], texts[1]


def laid(files: Files, folder: str) -> str:
    for name, content in files.items():
        Path(folder, name).write_bytes(written(content))
    return folder


def options(lens: dict[str, list[str]]) -> list[str]:
    words = []
    for option, values in lens.items():
        words += ["--roll-up"] if option == "roll-up" else [f"--{option}={','.join(values)}"]
    return words


def asked(lines: Iterator[str] | tuple[str, ...], names: list[str], lens: list[str], folder: str) -> None:
    """Both homes are asked; one that answers nothing proves nothing, so that is told apart by its code."""
    formats = itertools.cycle(FORMATS)
    for line in lines:
        words = [dict(zip("ABC", names, strict=False)).get(word, word) for word in line.split()]
        form = [] if line.startswith("draw") else [*next(formats)]
        words += [*form, *lens, "--data", folder]
        warm, cold = run(*words), run(*words, "--no-cache")
        assert warm == cold, words
        assert cold[0] in (0, 2), (words, "".join(cold[2].splitlines()[-5:-2]))


@pytest.mark.slow
@settings(phases=(Phase.generate,))  # an example asks sixty times: to shrink one would take an hour
@given(data_sets(), dice, st.booleans())
def test_every_question_is_answered_alike_from_both_homes(
    files: Files, choices: "object", plain: bool
) -> None:
    lens = [] if plain else options(lens_of(choices, files, ()))  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        laid(files, folder)
        names = [*files["actors.yaml"]["actors"]]
        run("list", "actors", "--data", folder)
        assert isinstance(opened(folder).dataset, Indexed)
        asked(EVERY, names, lens, folder)


LENSES = (
    "", "--on 2018", "--during 2016/2018", "--throughout 2016/2017", "--known-by 2020", "--says editor", "--type enmity",
    "--family hostile", "--sign +", "--kind state", "--standing contested", "--without mir-2021:p10", "--roll-up",
    "--source mir-2021", "--assume Iran,alliance,IS-K", "--scenario SCENARIO",
)  # fmt: skip


@pytest.mark.parametrize(
    "lens", [LENSES[0], *(pytest.param(lens, marks=pytest.mark.slow) for lens in LENSES[1:])]
)
def test_the_shipped_record_is_told_alike_from_both_homes(lens: str) -> None:
    scenario = next(iter(load(shipped()).dataset.scenarios))
    words = [word.replace("SCENARIO", scenario).replace(",", " ") for word in lens.split()]
    run("list", "actors", "--data", shipped())
    assert isinstance(opened(shipped()).dataset, Indexed)
    asked(EVERY, ["IS-K", "Taliban", "Pakistan"], words, shipped())


@given(data_sets(undated=True))
def test_a_record_that_was_kept_is_the_record(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        laid(files, folder)
        dataset = load(folder).dataset
    for held in (
        dataset.relations,
        *(dataset.actors.values(), dataset.sources.values(), dataset.voices.values()),
    ):
        for record in held:
            made = decoded(type(record), _as_json(record))
            assert (made, repr(made)) == (record, repr(record))


def _as_json(record: object) -> object:
    import json

    return json.loads(json.dumps(encoded(record)))


def test_records_of_the_shipped_data_come_in_their_order() -> None:
    kept, read = opened(shipped()).dataset, load(shipped()).dataset
    for kind in (
        "actors",
        "voices",
        "sources",
        "events",
        "scenarios",
        "by_id",
        "around",
        "naming",
        "belonging",
    ):
        one, other = getattr(kept, kind), getattr(read, kind)
        assert list(one) == list(other), kind
        assert {key: _plain(one[key]) for key in one} == {key: _plain(other[key]) for key in other}, kind
    assert (kept.relations, kept.about, kept.vocabulary) == (read.relations, read.about, read.vocabulary)
    assert all(kept.below(actor) == read.below(actor) for actor in read.actors)
    assert (kept.borne, kept.described) == (read.borne, read.described)
    assert dict(kept.order) == dict(read.order)


def _plain(value: object) -> object:
    return list(value) if hasattr(value, "__len__") and not isinstance(value, tuple | str) else value


def test_the_environment_turns_it_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("ACTORGRAPH_NO_CACHE", "1")
    run("show", "IS-K", "--data", shipped())
    assert os.listdir(tmp_path) == []
