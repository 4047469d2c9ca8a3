"""A folder becomes the data set's files in a fixed order; what is missing or odd about them is told."""

import os
from pathlib import Path

import pytest

from actorgraph import nodes, tree
from actorgraph.tree import File, Found, find, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The smallest data set: its four files."""
    home = tmp_path / "set"
    home.mkdir()
    for name in ("dataset", "actors", "relations", "sources"):
        (home / f"{name}.yaml").write_text(f"{name}: x\n")
    return home


def names(folder: Path) -> list[str]:
    files, problems = read(str(folder))
    assert not problems
    return [file.name for file in files]


def told(folder: Path) -> list[tuple[str, str]]:
    return [(problem.name, problem.where.file) for problem in read(str(folder))[1]]


def links(path: Path, target: Path | str) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links")


def test_files_come_in_the_order_of_reading_not_of_the_folder(folder):
    for name in ("events", "scenarios", "types"):
        (folder / f"{name}.yaml").write_text("x")
    assert names(folder) == [
        f"{name}.yaml"
        for name in ("dataset", "actors", "relations", "sources", "events", "scenarios", "types")
    ]


def test_a_file_comes_with_its_bytes(folder):
    (folder / "actors.yaml").write_bytes(b"\xff\r\n\0")
    assert File("actors.yaml", b"\xff\r\n\0") in read(str(folder))[0]


def test_a_family_may_be_a_folder_beside_its_file_or_alone(folder):
    (folder / "relations").mkdir()
    for name in ("b", "B", "a", "é", "10", "9"):
        (folder / "relations" / f"{name}.yaml").write_text("x")
    (folder / "sources.yaml").unlink()
    (folder / "sources").mkdir()
    (folder / "sources" / "all.yaml").write_text("x")
    assert names(folder) == [
        "dataset.yaml",
        "actors.yaml",
        "relations.yaml",
        *(f"relations/{name}.yaml" for name in ("10", "9", "B", "a", "b", "é")),
        "sources/all.yaml",
    ]


def test_other_files_are_left_alone(folder):
    for name in ("README.md", ".actors.yaml.swp", "actors.yaml~", "notes.txt", "picture.png"):
        (folder / name).write_text("x")
    (folder / "texts").mkdir()
    (folder / "relations").mkdir()
    (folder / "relations" / "notes.md").write_text("x")
    (folder / "relations" / ".hidden.yaml").write_text("x")
    assert names(folder) == ["dataset.yaml", "actors.yaml", "relations.yaml", "sources.yaml"]


@pytest.mark.parametrize("name", ["dataset", "actors", "relations", "sources"])
def test_a_missing_file_is_told_with_the_folder_and_what_to_type(folder, name):
    (folder / f"{name}.yaml").unlink()
    files, problems = read(str(folder))
    assert len(files) == 3
    assert [(problem.name, problem.severity, problem.where.file) for problem in problems] == [
        ("missing-file", "error", f"{name}.yaml")
    ]
    assert str(folder) in problems[0].what
    assert problems[0].write == ("actorgraph check --data DIR",)


def test_an_empty_folder_holds_no_family(folder):
    (folder / "actors.yaml").unlink()
    (folder / "actors").mkdir()
    assert told(folder) == [("missing-file", "actors.yaml")]


def test_a_folder_that_is_not_there_is_one_problem(tmp_path):
    files, problems = read(str(tmp_path / "none"))
    assert not files
    assert [problem.name for problem in problems] == ["missing-file"]
    assert str(tmp_path / "none") in problems[0].what


def test_a_link_inside_the_folder_is_followed_and_one_that_leaves_it_is_not(folder):
    (folder / "actors.yaml").rename(folder / "people.txt")
    links(folder / "actors.yaml", "people.txt")
    assert File("actors.yaml", b"actors: x\n") in read(str(folder))[0]
    (folder.parent / "secret").write_text("secret")
    (folder / "sources.yaml").unlink()
    links(folder / "sources.yaml", "../secret")
    assert told(folder) == [("link-outside", "sources.yaml")]
    assert b"secret" not in b"".join(file.data for file in read(str(folder))[0])


def test_a_folder_that_is_a_link_outside_is_not_followed(folder):
    (folder.parent / "elsewhere").mkdir()
    (folder.parent / "elsewhere" / "a.yaml").write_text("secret")
    links(folder / "events", folder.parent / "elsewhere")
    assert told(folder) == [("link-outside", "events")]


def test_a_link_in_a_circle_or_to_nothing_is_unreadable(folder):
    (folder / "actors.yaml").unlink()
    links(folder / "actors.yaml", "actors.yaml")
    (folder / "sources.yaml").unlink()
    links(folder / "sources.yaml", "nothing.yaml")
    assert told(folder) == [("unreadable-file", "actors.yaml"), ("unreadable-file", "sources.yaml")]


def test_the_data_set_itself_may_be_reached_by_a_link(folder):
    links(folder.parent / "link", folder)
    assert len(names(folder.parent / "link")) == 4


def test_a_folder_with_the_name_of_a_file_is_unreadable(folder):
    (folder / "actors.yaml").unlink()
    (folder / "actors.yaml").mkdir()
    assert told(folder) == [("unreadable-file", "actors.yaml")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_does_not_keep_the_reader_waiting(folder):
    (folder / "actors.yaml").unlink()
    os.mkfifo(folder / "actors.yaml")
    assert told(folder) == [("unreadable-file", "actors.yaml")]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read_is_told(folder):
    (folder / "actors.yaml").chmod(0)
    assert told(folder) == [("unreadable-file", "actors.yaml")]


def test_a_file_too_large_is_not_read(folder):
    with (folder / "relations.yaml").open("wb") as file:
        file.truncate(tree.LARGEST_FILE + 1)
    files, problems = read(str(folder))
    assert "relations.yaml" not in [file.name for file in files]
    assert [(problem.name, problem.where.file) for problem in problems] == [
        ("file-too-large", "relations.yaml")
    ]
    assert "relations/" in problems[0].advice[0]


def test_a_file_as_large_as_may_be_is_as_large_as_yaml_may_be():
    assert tree.LARGEST_FILE == nodes.reading.LARGEST


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("event.yaml", "events.yaml"),
        ("Events.yaml", "events.yaml"),
        ("events.yml", "events.yaml"),
        ("EVENTS.YAML", "events.yaml"),
        ("scenario.yaml", "scenarios.yaml"),
        ("scenaiors.yaml", "scenarios.yaml"),
        ("relations/east.yml", "relations/east.yaml"),
        ("event/", "events/"),
    ],
)
def test_a_name_near_to_one_that_is_read_is_a_warning(folder, name, meant):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    if name.endswith("/"):
        path.mkdir()
    else:
        path.write_text("x")
    _, problems = read(str(folder))
    assert [(p.name, p.severity, p.where.file, p.write) for p in problems] == [
        ("unknown-file", "warning", name.rstrip("/"), (meant,))
    ]


def test_a_misnamed_file_is_told_beside_the_one_that_is_missing(folder):
    (folder / "actors.yaml").rename(folder / "actor.yaml")
    assert told(folder) == [("unknown-file", "actor.yaml"), ("missing-file", "actors.yaml")]


@pytest.mark.slow
def test_more_files_than_anybody_keeps_are_not_read(folder):
    (folder / "relations").mkdir()
    for number in range(tree.MOST_FILES):
        (folder / "relations" / f"{number:05}.yaml").touch()
    files, problems = read(str(folder))
    assert len(files) == tree.MOST_FILES
    assert [problem.name for problem in problems] == ["too-many-files"]


# -- which folder


def test_a_folder_that_was_named_is_taken_as_it_is(folder):
    assert find(str(folder), "elsewhere", "other") == Found("elsewhere", "option")
    assert find(str(folder), None, "other") == Found("other", "environment")
    assert find(str(folder), None, "") == Found(str(folder), "nearby")


def test_the_nearest_data_set_at_or_above_is_found(folder):
    deep = folder / "a" / "b"
    deep.mkdir(parents=True)
    assert find(str(folder), None, None) == Found(str(folder), "nearby")
    assert find(str(deep), None, None) == Found(str(folder), "nearby")
    (folder / "a" / "data").mkdir()
    (folder / "a" / "data" / "dataset.yaml").write_text("x")
    assert find(str(deep), None, None) == Found(str(folder / "a" / "data"), "nearby")


def test_a_data_set_itself_comes_before_one_in_its_data_folder(folder):
    (folder / "data").mkdir()
    (folder / "data" / "dataset.yaml").write_text("x")
    assert find(str(folder), None, None).folder == str(folder)


def test_without_any_the_shipped_one_is_taken():
    found = find(os.path.abspath(os.sep), None, None)
    assert found == Found(tree.shipped(), "shipped")
    assert os.path.basename(found.folder) == "data"
