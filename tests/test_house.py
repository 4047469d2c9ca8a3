"""What a maintainer relies on: indexes that are whole, files that stay small, a map that is true."""

import importlib
import pkgutil
import re
import shlex
import shutil
from pathlib import Path

import pytest

import actorgraph as package
from actorgraph.cli import broken
from actorgraph.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "actorgraph"
MODULES = sorted(SRC.rglob("*.py"))

# The order in which help lists commands: questions, what keeps the record, what tells of the program.
ORDER = (
    *("show", "compare", "path", "why", "matrix", "list", "timeline", "disputes", "diff", "brief", "hinges"),
    "sources",
    *("balance", "blocs", "rank", "scenario", "draw", "view", "check"),
    *(
        "init",
        "add",
        "rename",
        "merge",
        "retire",
        "promote",
        "fmt",
        "agree",
        "cite",
        "export",
        "import",
        "draft",
    ),
    "merge-driver",
    *("schema", "explain", "doctor", "cache", "completion"),
)

# Their examples are run on a record that they may write to.
WRITING = {
    "add": "examples/quotes",
    **dict.fromkeys(("rename", "merge", "retire", "promote"), "data"),
}


def test_every_module_can_be_imported() -> None:
    """Most are imported only when they are needed, so nothing else would tell at once."""
    for found in pkgutil.walk_packages(package.__path__, "actorgraph."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


def test_commands_stand_in_the_order_that_help_promises() -> None:
    unknown = set(COMMANDS) - set(ORDER)
    assert not unknown, f"say where {unknown} stands: add it to ORDER"
    assert list(COMMANDS) == [name for name in ORDER if name in COMMANDS]


def test_every_command_has_a_module_and_every_module_a_command() -> None:
    shared = {
        *(
            "__init__",
            "__pycache__",
            "asking",
            "charts",
            "networking",
            "offering",
            "kept_out",
            "page_pairs",
            "pager",
            "pages",
            "paging",
            "prompting",
            "recording",
            "scenes",
            "serving",
            "tab",
        ),
        *("waiting", "watching", "written"),
    }
    assert {
        path.stem.replace("_", "-") for path in (SRC / "commands").iterdir() if path.stem not in shared
    } == set(COMMANDS)


def test_every_part_of_a_group_of_commands_has_a_module_that_opens_with_its_line() -> None:
    for name in COMMANDS:
        group = importlib.import_module(f"actorgraph.commands.{name.replace('-', '_')}")
        for part, line in getattr(group, "INDEX", {}).items():
            module = importlib.import_module(f"{group.__name__}.{part}")
            assert module.command.__doc__.partition("\n")[0] == line


@pytest.mark.parametrize("family", ["checks", "drawing", "questions", "record"])
def test_every_member_of_a_family_stands_in_its_index(family: str) -> None:
    index = (SRC / family / "__init__.py").read_text(encoding="utf-8")
    members = {path.stem for path in (SRC / family).iterdir()} - {"__init__", "__pycache__"}
    missing = {member for member in members if not re.search(rf"\b{member}\b", index)}
    assert not missing, f"{family}/__init__.py does not name {sorted(missing)}"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_help_opens_with_its_line_in_the_index(name: str) -> None:
    module = importlib.import_module(f"actorgraph.commands.{name.replace('-', '_')}")
    assert module.command.__doc__.partition("\n")[0].strip() == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_in_a_commands_help_fit_a_page_and_can_be_copied(name: str) -> None:
    module = importlib.import_module(f"actorgraph.commands.{name.replace('-', '_')}")
    parts = [importlib.import_module(f"{module.__name__}.{part}") for part in getattr(module, "INDEX", ())]
    for example in (line for one in (module, *parts) for line in one.EXAMPLES):
        lines = broken(example)
        assert max(map(len, lines)) < 78, example
        assert shlex.split("\n".join(lines).replace("\\\n", "")) == shlex.split(example)


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_in_a_commands_help_run(actorgraph, name: str, tmp_path: Path) -> None:
    for reader, folder in (("reader-a", "first"), ("reader-b", "second")):
        shutil.copytree(ROOT / "docs" / "data" / "second-reading" / reader, tmp_path / folder)
    module = importlib.import_module(f"actorgraph.commands.{name.replace('-', '_')}")
    parts = [importlib.import_module(f"{module.__name__}.{part}") for part in getattr(module, "INDEX", ())]
    lines = [line for one in (module, *parts) for line in one.EXAMPLES]
    assert all(one.EXAMPLES for one in (module, *parts))
    for line in lines:
        if name in WRITING:  # the shipped record is not written to
            shutil.rmtree(tmp_path / "data", ignore_errors=True)
            shutil.copytree(ROOT / WRITING[name], tmp_path / "data")
        program, *words = shlex.split(line)
        assert (program, words[0]) == ("actorgraph", name)
        done = actorgraph(*words)
        assert done.returncode in (0, 1), f"{line}\n{done.stderr}"
        assert done.stdout, line


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_a_file_is_one_idea(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{lines} lines are two ideas"


def test_public_names_of_the_package_lead_somewhere() -> None:
    for name in package._HOMES:
        assert getattr(package, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        package.nothing  # noqa: B018


def test_the_map_names_every_file_and_folder_at_the_top() -> None:
    page = ROOT / "ARCHITECTURE.md"
    if not page.exists():
        pytest.skip("there is no ARCHITECTURE.md yet")
    text = page.read_text(encoding="utf-8")
    top = {path.name + ("/" if path.is_dir() else "") for path in SRC.iterdir() if path.name != "__pycache__"}
    missing = {name for name in top - {"__init__.py", "py.typed"} if name not in text}
    assert not missing, f"ARCHITECTURE.md does not say what these are for: {sorted(missing)}"
    assert text.count("\n") < 150, "a map that long is not read"


def test_the_shipped_files_name_no_machine() -> None:
    homes = re.compile(r"/(?:home|root|Users|tmp)/\w")
    for path in [*MODULES, *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/**/*.yaml")]:
        found = homes.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(ROOT)} names {found and found.group()}"
