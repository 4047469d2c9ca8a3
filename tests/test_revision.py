"""A data set as git had it: nothing a revision is called can make git do anything else, and nothing is written."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph import revision, tree
from actorgraph.errors import Fault

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here"),
    pytest.mark.slow,
]
Repository = Path
PLACES = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
FILES = {
    "dataset.yaml": "format: 1\ntitle: A small world\n",
    "actors.yaml": "actors:\n  red: {name: Red, kind: faction}\n  blue: {name: Blue, kind: faction}\n",
    "sources.yaml": "sources:\n  s: {title: S, author: ann, published: 2020}\n",
    "relations.yaml": "relations:\n  - {from: red, type: enmity, to: blue, evidence: s p1}\n",
}


def git(folder: Path, *words: str, given: str = "") -> str:
    env = {**{name: value for name, value in os.environ.items() if not name.startswith("GIT_")}, **PLACES}
    who = ("-c", "user.name=coder", "-c", "user.email=coder@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *who, *words],
        cwd=folder,
        env=env,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", words)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data set in a folder of a repository: first with one tie, then with another type of it."""
    home = tmp_path / "repository"
    folder = home / "data"
    folder.mkdir(parents=True)
    git(home, "init", "-q", "-b", "main")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    commit(home, "first")
    (folder / "relations.yaml").write_text(
        FILES["relations.yaml"].replace("enmity", "alliance"), encoding="utf-8"
    )
    commit(home, "second")
    return folder


def refused(folder: Path, rev: str) -> str:
    """What is told, in one line; nothing may have been written anywhere around."""
    around = folder.parent
    before = sorted(str(path) for path in around.rglob("*"))
    with pytest.raises(Fault) as told:
        revision.read(str(folder), rev)
    assert sorted(str(path) for path in around.rglob("*")) == before
    assert not told.value.hints
    assert "\n" not in str(told.value)
    return str(told.value)


def test_the_files_are_those_of_then_in_the_order_of_a_folder(data: Path) -> None:
    files = revision.read(str(data), "HEAD~1")
    assert {file.name: file.data.decode() for file in files} == FILES
    assert [file.name for file in files] == [file.name for file in tree.read(str(data))[0]]


def test_a_folder_of_files_is_read_as_from_disk(data: Path) -> None:
    (data / "relations.yaml").unlink()
    (data / "relations" / "deep").mkdir(parents=True)
    for name in ("b.yaml", "a.yaml", ".hidden.yaml", "note.txt", "deep/c.yaml"):
        (data / "relations" / name).write_text("relations: []\n", encoding="utf-8")
    commit(data, "split")
    files = revision.read(str(data), "HEAD")
    assert files == tree.read(str(data))[0]
    assert [file.name for file in files if "/" in file.name] == ["relations/a.yaml", "relations/b.yaml"]


def test_a_data_set_at_the_top_of_its_repository_is_found_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    commit(tmp_path, "first")
    assert len(revision.read(str(tmp_path), "HEAD")) == 4


@pytest.mark.parametrize(
    "rev", ["--output=x", "-x", "nothing", "main~9", "", "HEAD:data", "main..main", "a\0b", "\n"]
)
def test_what_is_no_revision_is_one_clear_line(data: Path, rev: str) -> None:
    assert refused(data, rev)


def test_a_branch_called_like_an_option_is_a_revision_like_others(data: Path) -> None:
    git(data, "update-ref", "refs/heads/--output=x", "HEAD~1")
    files = {file.name: file.data.decode() for file in revision.read(str(data), "--output=x")}
    assert files == FILES
    assert not list(data.parent.rglob("x"))


@pytest.mark.parametrize("name", ["relations.yaml", "relations"])
def test_links_in_a_revision_are_refused(data: Path, name: str) -> None:
    target = git(data, "hash-object", "-w", "--stdin", given="../outside")
    (data / "relations.yaml").unlink()
    git(data, "add", "-A")
    git(data, "update-index", "--add", "--cacheinfo", f"120000,{target},data/{name}")
    git(data, "commit", "-q", "-m", "link")
    git(data, "checkout", "-q", "-f", "HEAD~1", "--", ".")
    assert f"{name} is a link" in refused(data, "HEAD")


def test_a_revision_without_the_data_set_says_so(data: Path) -> None:
    git(data, "checkout", "-q", "--orphan", "bare")
    git(data, "rm", "-q", "-r", "--cached", ".")
    git(data, "commit", "-q", "--allow-empty", "-m", "nothing")
    git(data, "add", "-A")
    assert '"bare" has no data/dataset.yaml' in refused(data, "bare")


def test_a_shallow_clone_says_that_it_is_one(data: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", data.parent.as_uri(), "clone")
    assert "shallow" in refused(tmp_path / "clone" / "data", "HEAD~1")


def test_what_a_clone_lacks_is_not_fetched(data: Path, tmp_path: Path) -> None:
    git(data, "config", "uploadpack.allowFilter", "true")
    url = data.parent.as_uri()
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", url, "clone")
    folder = tmp_path / "clone" / "data"
    folder.mkdir()
    assert "is not in this clone" in refused(folder, "HEAD~1")


def test_a_folder_in_no_repository_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "set").mkdir()
    assert "is in no git repository" in refused(tmp_path / "set", "HEAD")


def test_without_git_a_folder_is_the_way(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "needs git" in refused(data, "HEAD")


def test_a_monitor_of_the_repository_is_never_run(data: Path) -> None:
    trap = data.parent / "trap"
    git(data, "config", "core.fsmonitor", f"touch {trap}; false")
    revision.read(str(data), "HEAD")
    assert not trap.exists()


def test_where_the_environment_points_elsewhere_the_folder_decides(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert len(revision.read(str(data), "HEAD")) == 4


def test_the_command_tells_what_changed_and_exits_as_asked(
    actorgraph: Callable[..., "subprocess.CompletedProcess[str]"], data: Path
) -> None:
    done = actorgraph("diff", "--rev", "HEAD~1", "--data", str(data), "--exit-code")
    assert "Blue with Red: alliance; was hostile, enmity, now cooperative" in done.stdout
    assert done.returncode == 1
    same = actorgraph("diff", "--rev", "HEAD", "--data", str(data), "--exit-code")
    assert (same.returncode, same.stderr) == (0, "")
    wrong = actorgraph("diff", "--rev", "--output=x", "--data", str(data))
    assert wrong.returncode == 2
    assert wrong.stderr.count("\n") == 1


def test_a_brief_tells_what_changed_since_and_where_all_of_it_stands(
    actorgraph: Callable[..., "subprocess.CompletedProcess[str]"], data: Path
) -> None:
    done = actorgraph("brief", "--since", "HEAD~1", "--data", str(data), "--width", "100")
    assert "was hostile, enmity, now cooperative, alliance" in done.stdout
    assert f"actorgraph diff --rev 'HEAD~1' --data {data}" in " ".join(done.stdout.split())
    same = actorgraph("brief", "--since", "HEAD", "--data", str(data))
    assert (same.returncode, same.stderr) == (0, "")
    assert "Nothing means anything else" in same.stdout


def test_a_word_that_reads_as_a_date_is_one_though_a_branch_is_called_so(
    actorgraph: Callable[..., "subprocess.CompletedProcess[str]"], data: Path
) -> None:
    git(data, "branch", "2015", "HEAD~1")
    date = actorgraph("brief", "--since", "2015", "--data", str(data))
    assert "Published since: [1] ann, 2020" in date.stdout
    branch = actorgraph("brief", "--since", "refs/heads/2015", "--data", str(data))
    assert "changed sign" in branch.stdout


Case = tuple[str, str]
CASES: list[Case] = [
    ("--output=x", "No revision"),
    ("nothing", "No revision"),
    ("HEAD~9", "No revision"),
    ("2015-6", "is "),
    ("", "is empty"),
]


@pytest.mark.parametrize(("rev", "words"), CASES)
@pytest.mark.parametrize("command", [("diff", "--rev"), ("brief", "--since")])
def test_a_revision_that_is_not_there_is_one_line_and_writes_nothing(
    actorgraph: Callable[..., "subprocess.CompletedProcess[str]"],
    data: Path,
    command: tuple[str, str],
    rev: str,
    words: str,
) -> None:
    refused_by(actorgraph, data, command, rev, words)


@pytest.mark.parametrize("command", [("diff", "--rev"), ("brief", "--since")])
def test_a_world_without_that_revision_is_one_line_and_writes_nothing(
    actorgraph: Callable[..., "subprocess.CompletedProcess[str]"],
    data: Path,
    tmp_path: Path,
    command: tuple[str, str],
) -> None:
    """A shallow clone, a link in the revision, no git on the path, no repository."""
    git(tmp_path, "clone", "-q", "--depth", "1", data.parent.as_uri(), "clone")
    refused_by(actorgraph, tmp_path / "clone" / "data", command, "HEAD~1", "shallow")
    refused_by(actorgraph, data, command, "HEAD~1", f"{command[1]} needs git", PATH="")
    (tmp_path / "alone").mkdir()
    for name, text in FILES.items():
        (tmp_path / "alone" / name).write_text(text, encoding="utf-8")
    ceiling = {"GIT_CEILING_DIRECTORIES": str(tmp_path)}
    refused_by(actorgraph, tmp_path / "alone", command, "HEAD", "in no git repository", **ceiling)
    target = git(data, "hash-object", "-w", "--stdin", given="../outside")
    git(data, "update-index", "--add", "--cacheinfo", f"120000,{target},data/events.yaml")
    git(data, "commit", "-q", "-m", "link")
    refused_by(actorgraph, data, command, "HEAD", "events.yaml is a link")


def refused_by(
    actorgraph: Callable[..., "subprocess.CompletedProcess[str]"],
    folder: Path,
    command: tuple[str, str],
    rev: str,
    words: str,
    **env: str,
) -> None:
    """Exit code 2, one line on standard error, nothing on standard output and nothing new in the folders around."""
    before = sorted(str(path) for path in folder.parent.rglob("*"))
    done = actorgraph(*command, rev, "--data", str(folder), **env)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(str(path) for path in folder.parent.rglob("*")) == before
