"""Every rule: its samples show what it says, and what check prints can be acted on."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import actorgraph
import gallery
from actorgraph import checks, tree
from actorgraph.checks.sample import Sample, laid
from actorgraph.loading import load
from actorgraph.presenters import faults
from actorgraph.problems import Problem
from gallery import write

SRC = Path(actorgraph.__file__).parent
BROKEN = ("bad", "also_bad")


def reported(folder: Path, files: Sample) -> list[Problem]:
    """The problems of the small data set with those files beside its own."""
    write(folder, laid(files))
    return checks.report(load(str(folder))).problems


@pytest.mark.parametrize("name", checks.NAMES)
def test_a_good_sample_has_no_problem(tmp_path: Path, name: str) -> None:
    loaded = gallery.read(tmp_path, name, "good")
    assert checks.report(loaded) == ([], [])


@pytest.fixture
def few_files(monkeypatch) -> None:
    """Too many files are a hundred here; the gallery below is made with as many as the program really refuses."""
    monkeypatch.setattr(tree, "MOST_FILES", 100)


def shows(folder: Path, name: str, which: str) -> None:
    """Fail unless the broken sample has that problem, alone, and what is printed of it can be acted on."""
    rule = checks.rule(name)
    try:
        loaded = gallery.read(folder, name, which)
    except OSError:
        pytest.skip("this system makes no links")
    problems = checks.report(loaded).problems
    page = faults.present(checks.Report(problems, []), loaded.texts)
    those = [problem for problem in problems if problem.name == name]
    assert those, "it is not found"
    # What stops the reading of a file may leave what it holds missing.
    assert those == problems or isinstance(getattr(rule, which), str)
    for problem in those:
        assert problem.severity == rule.severity
        assert problem.advice or problem.write, "it does not say what to do"
        where = problem.where
        place = f"{where.file}:{where.line}:{where.column}" if where.line else where.file
        _, *below = page[page.index(f"{place}: {problem.severity}: {problem.what[:20]}") :].split("\n")[:3]
        if where.line:
            assert below[0].startswith(f"{where.line:5} | ")
            assert below[1].strip(" |") == "^" * below[1].count("^") != ""


@pytest.mark.usefixtures("few_files")
@pytest.mark.parametrize("which", BROKEN)
@pytest.mark.parametrize("name", checks.NAMES)
def test_a_broken_sample_has_that_problem_alone(tmp_path: Path, name: str, which: str) -> None:
    shows(tmp_path / "record", name, which)


@pytest.mark.usefixtures("few_files")
@pytest.mark.parametrize("name", checks.NAMES)
def test_a_rule_that_finds_nothing_is_noticed(tmp_path: Path, monkeypatch, name: str) -> None:
    if name in (*checks.WHOLE, *checks.CITED):
        monkeypatch.setattr(checks._module(name), "check", lambda _: iter(()))
    else:

        def silenced(folder: str):
            loaded = load(folder)
            return loaded._replace(problems=[one for one in loaded.problems if one.name != name])

        monkeypatch.setattr(gallery, "load", silenced)
    for which in BROKEN:
        with pytest.raises(AssertionError, match="it is not found"):
            shows(tmp_path / which, name, which)


@pytest.mark.parametrize("name", checks.NAMES)
def test_a_rule_is_told_in_a_line_and_explained_in_few(name: str) -> None:
    rule = checks.rule(name)
    assert "\n" not in rule.summary
    assert rule.summary.endswith(".")
    assert 40 < len(rule.why) < 400
    assert rule.bad != rule.also_bad
    for sample in (rule.good, rule.bad, rule.also_bad):
        assert isinstance(sample, str) or all(len(text.splitlines()) < 10 for text in sample.values())


def test_the_gallery_shows_what_is_printed() -> None:
    assert gallery.PAGE.read_text(encoding="utf-8") == gallery.page(), "`make docs` makes it anew"


def test_the_rules_of_the_last_two_groups_have_a_check_and_no_others() -> None:
    having = {name for name in checks.NAMES if hasattr(checks._module(name), "check")}
    assert having == {*checks.WHOLE, *checks.CITED}


def test_every_problem_that_can_be_told_is_in_the_index_and_none_besides() -> None:
    told = {name for path in SRC.rglob("*.py") for name in named(ast.parse(path.read_text(encoding="utf-8")))}
    assert told == set(checks.NAMES)


# By what makes a problem: where its name stands among the arguments.
MAKERS = {"Problem": 0, "fault": 0, "_fault": 0, "_error": 0, "hint": 0, "unknown": 0, "Clash": 0}
MAKERS |= {"word_of": 1, "chosen": 4}
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def named(module: ast.Module) -> Iterator[str]:
    """The names of problems that a file tells: as they stand in a call, a default, or a value given to `name`."""
    for node in ast.walk(module):
        held: list[ast.expr] = []
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            held = node.args[MAKERS[called] :][:1] if called in MAKERS else []
            held = [one for one in held if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.FunctionDef) and "problem" in [arg.arg for arg in node.args.args]:
            held = node.args.defaults
        elif isinstance(node, ast.FunctionDef):
            held = list(put_into_name(node))
        for one in held:
            for part in ast.walk(one):
                if (
                    isinstance(part, ast.Constant)
                    and isinstance(part.value, str)
                    and NAME.fullmatch(part.value)
                ):
                    yield part.value


def put_into_name(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What a function stores as `name`, where it then makes a problem of that name."""
    makes = any(
        isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in MAKERS
        and node.args
        and isinstance(node.args[0], ast.Name)
        for node in ast.walk(function)
    )
    for node in ast.walk(function):
        if makes and isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "name":
            yield node.value


SIX_FAULTS = {
    "actors.yaml": b"""\
actors:
  coast-guard:
    name: Coast Guard
    kind: armed-forces
    place: Port Sarim
    kind: office
  smugglers: {name: Smugglers, kind: armed-group, place: Port Sarrim}
  harbour-union: {name: Harbour Union, kind: other, place: [Port Sarim]}
  port-office: {name: Port Office, kind: office, place: [Port Sarim]}
""",
    "relations.yaml": b"""\
relations:
  - from: south
    type: support
    to: harbour-union
    agianst: smugglers
    evidence: report p3
  - {from: smugglers, type: fighting, to: milita, evidence: report p4}
  - from: harbour-union
    type: distrust
    to: smugglers
    when: 2016-2020
    evidence:
      - report p5 press suports
""",
}

PAGE = """\
actors.yaml:6:5: error: "kind" is given twice for coast-guard
    6 | kind: office
      | ^^^^
      First at 4:5. Write it once; neither value is taken:
          kind: armed-forces

actors.yaml:7:58: hint: the place "Port Sarrim" is nearly "Port Sarim"
    7 | smugglers: {name: Smugglers, kind: armed-group, place: Port Sarrim}
      |                                                        ^^^^^^^^^^^
      That stands 2 times, first at actors.yaml:8. One place? Write instead:
          place: Port Sarim
      Is it right as it stands? Say why under `suppress:` in dataset.yaml:
          - {check: near-places, at: smugglers, why: ...}

relations.yaml:5:5: error: unknown key "agianst"
    5 | agianst: smugglers
      | ^^^^^^^
      Write instead:
          against: smugglers

relations.yaml:7:43: error: no actor "milita"
    7 | - {from: smugglers, type: fighting, to: milita, evidence: report p4}
      |                                         ^^^^^^
      Nearest: militia. Write instead:
          to: militia

relations.yaml:11:11: error: "2016-2020" is not a date
   11 | when: 2016-2020
      |       ^^^^^^^^^
      A period has a slash:
          when: 2016/2020

relations.yaml:13:25: error: no stance "suports"
   13 | - report p5 press suports
      |                   ^^^^^^^
      Nearest: supports. Write instead:
          supports

5 errors, 1 hint in 2 of 6 files; all were read to the end. Explain one:
actorgraph explain duplicate-key
"""


def test_all_faults_of_all_files_are_told_in_one_run_by_place(tmp_path: Path, actorgraph) -> None:
    folder = tmp_path / "record"
    write(folder, {**laid({}), **SIX_FAULTS})
    done = actorgraph("check", "--data", str(folder))
    assert (done.returncode, done.stderr) == (1, f"Checked: {folder}.\n")
    assert done.stdout == PAGE


def test_a_judgement_alone_is_no_failure_unless_strict_asks(tmp_path: Path, actorgraph) -> None:
    folder = tmp_path / "record"
    write(folder, laid({"event.yaml": "events:\n"}))
    assert actorgraph("check", "--data", str(folder)).returncode == 0
    assert actorgraph("check", "--data", str(folder), "--strict").returncode == 1


JUDGED = [name for name in (*checks.WHOLE, *checks.CITED) if checks.severity(name) != "error"]


@pytest.mark.parametrize("which", BROKEN)
@pytest.mark.parametrize("name", JUDGED)
def test_the_line_that_keeps_a_judgement_as_it_is_does_so(tmp_path: Path, name: str, which: str) -> None:
    loaded = gallery.read(tmp_path, name, which)
    (problem,) = checks.report(loaded).problems
    row = problem.after[-1].strip()
    write(tmp_path, {"dataset.yaml": f"format: 1\ntitle: A sample\nsuppress:\n  {row}\n".encode()})
    kept = checks.report(load(str(tmp_path)))
    assert kept.problems == []
    assert [(one.problem.name, one.why) for one in kept.kept] == [(name, "...")]
    page = faults.present(kept, loaded.texts)
    assert page.endswith("files; 1 suppressed, with its reason in dataset.yaml.\n")


def with_rows(folder: Path, *rows: str) -> list[str]:
    """The names of what is told of those relations."""
    text = "relations:\n" + "".join(f"  - {{{row}, evidence: report p1}}\n" for row in rows)
    problems = reported(folder, {"relations.yaml": text})
    return [problem.name for problem in problems]


def test_a_tie_that_comes_back_later_from_the_other_end_is_no_mirror(tmp_path: Path) -> None:
    first = "from: north, type: alignment, to: south, when: 2010/2012"
    later = "id: again, from: south, type: alignment, to: north, when: 2018/2020"
    at_once = "id: again, from: south, type: alignment, to: north, when: 2011/"
    other_aim = "from: south, type: alignment, to: north, against: militia, when: 2011/"
    assert with_rows(tmp_path / "a", first, later) == []
    assert with_rows(tmp_path / "b", first, at_once) == ["mirror"]
    assert with_rows(tmp_path / "c", first, other_aim) == ["against-no-foe"]


def test_parts_that_swap_places_one_after_the_other_are_no_cycle(tmp_path: Path) -> None:
    first = "from: north, type: part-of, to: south, when: 2010/2012"
    assert with_rows(tmp_path / "a", first, "from: south, type: part-of, to: north, when: 2015/2018") == []
    assert with_rows(tmp_path / "b", first, "from: south, type: part-of, to: north, when: 2011/2018") == [
        "roll-up-cycle"
    ]


def test_a_cycle_of_three_is_told_once_and_names_all(tmp_path: Path) -> None:
    text = "relations:\n" + "".join(
        f"  - {{from: {part}, type: part-of, to: {whole}, evidence: report p1}}\n"
        for part, whole in (("north", "south"), ("south", "militia"), ("militia", "north"))
    )
    (problem,) = reported(tmp_path, {"relations.yaml": text})
    assert "north in south in militia in north" in problem.what


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Port Sarim", "port-sarim", True),
        ("Nangarhar", "Nangahrar", True),
        ("Port Sarim", "Port Salim", True),
        ("Port Sarim", "Port Sarims", True),
        ("North Ridge", "South Ridge", False),
        ("District 1", "District 2", False),
        ("Iran", "Iraq", False),
    ],
)
def test_places_are_near_when_they_differ_by_a_slip(tmp_path: Path, one: str, other: str, told: bool) -> None:
    text = f"actors:\n  rebels: {{name: Rebels, kind: faction, place: [{one}, {other}]}}\n"
    problems = reported(tmp_path, {"actors.yaml": text})
    assert [problem.name for problem in problems] == ["near-places"] * told


def test_what_others_call_a_modality_is_led_to_its_place(tmp_path: Path) -> None:
    row = "{from: north, type: support, to: militia, modality: %s, evidence: report p1}"
    for word, write_ in {
        "alleged": "stance: supports",
        "possible": "stance: suggests",
        "none": "stance: disputes",
        "planned": "modality: intended",
    }.items():
        (problem,) = reported(tmp_path / word, {"relations.yaml": f"relations:\n  - {row % word}\n"})
        assert problem.write == (write_,)


def test_a_voice_speaks_of_its_own_enmity_without_a_question(tmp_path: Path) -> None:
    rows = """\
relations:
  - {from: south, type: fighting, to: militia, evidence: report p1}
  - {from: south, type: denouncement, to: militia, evidence: report p1 south supports}
"""
    assert reported(tmp_path, {"relations.yaml": rows}) == []


def test_of_a_long_line_the_part_around_the_fault_is_shown(tmp_path: Path) -> None:
    row = f"{{from: north, note: {'so ' * 200}, type: suport, to: militia, evidence: report p1, scope: {'x' * 300}}}"
    write(tmp_path, laid({"relations.yaml": f"relations:\n  - {row}\n"}))
    loaded = load(str(tmp_path))
    page = faults.present(checks.report(loaded), loaded.texts)
    _, excerpt, caret, *_ = page.split("\n")
    assert len(excerpt) < 140
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "suport"
