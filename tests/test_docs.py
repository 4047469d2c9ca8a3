"""What the docs show is what the program prints."""

from pathlib import Path

import pytest

from consoles import ROOT, Sitting, agrees, blocks, pages, rewrite

INSTALLING = ("make ", "pip ", "pipx ", "python3 -m ", "uv ", "uvx ", "git clone ", "cd ", "source ")


@pytest.mark.slow
@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_prints_what_the_page_says(page: Path, tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    for block in blocks(page.read_text(encoding="utf-8")):
        for step in block.steps if block.runs else ():
            printed = sitting.run(step.command)
            where = f"{page.relative_to(ROOT)}:{step.line}: $ {step.command}"
            assert agrees(step.expected, printed), (
                f"{where}\nprints:\n" + "\n".join(printed) + "\n\n`make docs` puts the true output in."
            )


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_only_installing_is_exempt_from_being_run(page: Path) -> None:
    for block in blocks(page.read_text(encoding="utf-8")):
        for step in block.steps if block.mark not in ("", "tables") else ():
            assert step.command.startswith(INSTALLING), (
                f"{page.relative_to(ROOT)}:{step.line}: `console norun` is for installing: $ {step.command}"
            )


PAGE = """\
Before.

```console
$ echo one; echo two
one
two

$ printf 'a\\nb\\nc\\n'
a
...
```

```console norun
$ make demo
```

After.
"""


def test_a_true_page_is_left_as_it_is_and_a_false_one_mended(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    assert rewrite(PAGE, sitting) == PAGE
    assert rewrite(PAGE.replace("two\n\n", "2\n\n"), sitting) == PAGE
    assert rewrite(PAGE.replace("a\n...\n", "x\n...\n"), sitting) == PAGE.replace("...\n", "b\nc\n")


def test_three_dots_stand_for_any_lines_but_the_rest_must_agree() -> None:
    assert agrees(["a", "...", "d", ""], ["a", "b", "c", "d"])
    assert agrees([""], [])
    assert not agrees(["a", "...", "d"], ["a", "b", "c"])
    assert not agrees(["a"], ["a", "b"])
    assert not agrees([], ["a"])


def test_a_page_with_output_before_any_command_is_told_the_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(blocks("```console\nno command\n```\n"))
