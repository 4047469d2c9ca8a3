"""bash, zsh and fish at Tab, driven key by key on a record full of traps: nothing runs, and what is put in is accepted."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import shells
from shells import Shell
from worlds import typed

pytestmark = pytest.mark.slow

# What a stranger might write in any place: whoever evaluates it makes a file.
TRAPS = (
    "$(touch PWNED)",
    "`touch PWNED`",
    "; touch PWNED",
    "a\ntouch PWNED\n",
    "a\ttouch PWNED",
    "'; touch PWNED; '",
    '"; touch PWNED; "',
    "\\$(touch PWNED)",
    "x) touch PWNED #",
    "(touch PWNED)",
    "{touch,PWNED}",
    "${(e):-$(touch PWNED)}",
    "$[$(touch${IFS}PWNED)]",
    "=(touch PWNED)",
    "<(touch PWNED)",
    "$(touch PWNED):$(touch PWNED)",
    "%F{red}%n%(?.%(!.$(touch PWNED).).)%f",
    "\u202ePWNED",
    "*",
    "~/PWNED",
    "!!",
    "--help",
    ":file",
)
# What no value may hold: such a record is left out.
REFUSED = ("\x1b]0;PWNED\x07\x1b[2J", "\x9b31m", "$(touch PWNED)\x00")
FOLDER = "own $(touch PWNED) `it's`"


def world(folder: Path, first: str = "is") -> None:
    """A data set in which names, aliases, gists, titles and the record's own words are traps, and most ids too."""
    good = {f"{first}-{number}": trap for number, trap in enumerate(TRAPS)}
    bad = {f"{first}-no-{number}": trap for number, trap in enumerate(REFUSED)}
    stray = {trap: trap for trap in (*TRAPS, *REFUSED)}
    evidence = {"source": "mir-1", "at": "p1", "says": "press"}
    files: dict[str, Any] = {
        "dataset": {"format": "1", "title": TRAPS[0]},
        "actors": {
            id_: {"name": f"{id_} {trap}", "kind": "faction", "aliases": [trap, f"{trap} {id_}"]}
            for id_, trap in [*good.items(), *bad.items(), *stray.items()]
        },
        "sources": {
            "mir-1": {"title": TRAPS[0], "author": TRAPS[1], "published": "2021"},
            TRAPS[0]: {"title": TRAPS[1]},
        },
        "relations": [
            {"from": f"{first}-0", "type": "enmity", "to": id_, "evidence": {**evidence, "gist": trap}}
            for id_, trap in list(good.items())[1:]
        ],
        "types": {trap: {"family": "hostile", "reads": trap} for trap in stray},
    }
    voices = {id_: {"name": TRAPS[0], "kind": "unnamed"} for id_ in ("press", TRAPS[1])}
    folder.mkdir(parents=True)
    for name, held in files.items():
        top = held if name == "dataset" else {name: held}
        more = {"voices": voices} if name == "sources" else {}
        (folder / f"{name}.yaml").write_bytes(typed({**top, **more}))


@pytest.fixture(scope="module", params=list(shells.RC))
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """Each shell that this machine has, at work in a folder beside such a record."""
    if not shutil.which(request.param):
        pytest.skip(f"needs {request.param}")
    home = tmp_path_factory.mktemp(request.param)
    world(home / "work" / "data")
    world(home / "work" / FOLDER, first="own")
    (home / "work" / "notes $(touch PWNED); `.md").touch()
    (home / "work" / "zz-a-file").touch()
    started = Shell(request.param, home)
    yield started
    started.close()
    assert not [path for path in home.rglob("*") if path.name == "PWNED"]
    assert not (Path.cwd() / "PWNED").exists()
    assert started.complaints() == ""


def test_an_id_is_completed_and_accepted(shell: Shell) -> None:
    assert shell.run("actorgraph show is-1", "2") == (["show", "is-12"], 0)
    assert shell.run("actorgraph why is-0 is-1", "4") == (["why", "is-0", "is-14"], 0)


def test_capital_letters_find_an_id(shell: Shell) -> None:
    assert shell.run("actorgraph show IS-12") == (["show", "is-12"], 0)


def test_a_quoted_word_is_completed(shell: Shell) -> None:
    assert shell.run('actorgraph show "is-12') == (["show", "is-12"], 0)
    assert shell.run("actorgraph show 'is-12") == (["show", "is-12"], 0)


def test_several_are_listed_by_id_and_no_trap_with_them(shell: Shell) -> None:
    ids = [f"is-{number}" for number in range(len(TRAPS))]
    for line, wanted in {
        "actorgraph show ": ids,
        "actorgraph show IS": ids,
        "actorgraph list actors --without ": ["mir-1", "press"],
        "actorgraph path is-0 is-1 --avoid ": [*ids[2:], "enmity", "hostile"],
    }.items():
        seen = shell.see(line, *wanted)
        assert not re.search(r"[$`;\\%*!{}<>]|is-no", seen), seen


def test_what_stands_there_already_is_not_offered_again(shell: Shell) -> None:
    assert shell.run("actorgraph why is-13 is-13") == (["why", "is-13", "is-13"], 2)
    assert shell.run("actorgraph show is-3 --brief --bri") == (["show", "is-3", "--brief", "--bri"], 2)


def test_commands_options_and_closed_words_are_completed(shell: Shell) -> None:
    assert shell.run("actorgraph compl", "ba") == (["completion", "bash"], 0)
    assert shell.run("actorgraph expl", "quote-n") == (["explain", "quote-not-found"], 0)
    assert shell.run("actorgraph show is-0 --ty", "hosti") == (["show", "is-0", "--type", "hostile"], 0)
    assert shell.run("actorgraph show is-0 --says pr") == (["show", "is-0", "--says", "press"], 0)
    assert shell.run("actorgraph list re", "--form", "cs") == (["list", "relations", "--format", "csv"], 0)


def test_a_value_after_an_equals_sign_or_a_comma_is_completed(shell: Shell) -> None:
    assert shell.run("actorgraph show is-0 --type=hosti") == (["show", "is-0", "--type=hostile"], 0)
    assert shell.run("actorgraph list actors --kind state,armed-g") == (
        ["list", "actors", "--kind", "state,armed-group"],
        0,
    )


def test_what_the_record_does_not_know_is_left_as_it_is(shell: Shell) -> None:
    """Not even a file of that name is offered where no file is wanted."""
    assert shell.run("actorgraph show zz") == (["show", "zz"], 2)
    assert shell.run("actorgraph show is-0 --on zz") == (["show", "is-0", "--on", "zz"], 2)


def test_where_a_file_is_wanted_the_shell_offers_it_in_quotes(shell: Shell) -> None:
    name = "notes $(touch PWNED); `.md"
    assert shell.run("actorgraph list actors -o no") == (["list", "actors", "-o", name], 0)
    assert shell.run("actorgraph list actors --output=no") == (["list", "actors", f"--output={name}"], 0)


@pytest.mark.parametrize("option", ["--data ", "--data="])
def test_the_folder_named_is_completed_and_is_the_one_that_is_asked(shell: Shell, option: str) -> None:
    """Of the folder and the file that begin so, only the folder fits."""
    words, code = shell.run(f"actorgraph show {option}ow", " own-1", "0")
    named = ["--data", FOLDER] if option.endswith(" ") else [f"--data={FOLDER}"]
    assert [word.removesuffix("/") for word in words] == ["show", *named, "own-10"]
    assert code == 0


def test_what_is_typed_before_is_not_run(shell: Shell) -> None:
    """Whether it is one word is not asked of every shell: bash offers nothing after it."""
    shell.see('actorgraph show --data "$(touch PWNED)" is-')
    seen = shell.see("actorgraph show --says $(touch PWNED) is-", *(["is-13"] if shell.name == "zsh" else []))
    assert "is-" in seen


def test_nothing_is_said_where_there_is_nothing_to_offer(shell: Shell) -> None:
    for line in ("show --data no-such-folder is", "nonsense is", "show --data zz-a-file is", "show is-0 is"):
        seen = shell.see(f"actorgraph {line}")
        assert set(re.findall(r"[\w-]+", seen)) == {"actorgraph", *line.split()}, seen
