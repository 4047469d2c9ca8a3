"""Citing a claim: what a footnote says, the reference lists as others read them, and what became of a citation."""

import copy
import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import citeproc
import jsonschema
import pytest
import yaml
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

import worlds
from actorgraph.errors import Fault
from actorgraph.page import Work
from actorgraph.presenters import bibtex, csl, markdown, plain
from actorgraph.questions.cite import Citation, ask, check
from actorgraph.questions.cite_page import page
from actorgraph.questions.cite_since import Earlier
from actorgraph.questions.permanent import written
from test_revision import commit, git

WORDS: dict[str, Any] = {
    "actors": {"red": {"name": "Red"}, "blue": {"name": "Blue"}, "green": {"name": "Green"}, "lone": {"name": "Lone"}},
    "voices": {
        "ann": {"name": "Ann Author", "kind": "author"},
        "house": {"name": "The House", "kind": "publisher"},
        "press": {"name": "press", "kind": "unnamed"},
    },
    "sources": {
        "one": {
            "title": "First report", "author": "ann", "publisher": "house", "published": "2020-03",
            "url": "https://example.org/a_b?x=1%202&y=~z", "label": "F",
        },
        "two": {"title": "A memo", "publisher": "house", "published": "2021~"},
    },
}  # fmt: skip
ENMITY: dict[str, Any] = {
    "from": "blue",
    "type": "enmity",
    "to": "red",
    "evidence": [
        {"source": "one", "at": "p2+p10", "as-of": "2019", "gist": "open hostility", "hedge": "appears"},
        {"source": "one", "at": "p3", "says": "press", "stance": "doubts", "quote": "not so"},
        {"source": "two", "at": "annex-2", "as-of": "2020"},
    ],
}
PLAN: dict[str, Any] = {
    "from": "red",
    "type": "support",
    "to": "green",
    "modality": "intended",
    "evidence": "one p4",
}
ROWS = [ENMITY, PLAN]
ID = "blue.enmity.red"


def view(rows: list[dict[str, Any]] = ROWS, world: dict[str, Any] = WORDS) -> Any:
    found = worlds.loaded(world, rows)
    assert not [problem for problem in found.problems if problem.severity == "error"], found.problems
    return worlds.view(found)


def made(id_: str = ID, rows: list[dict[str, Any]] = ROWS) -> str:
    now = ask(view(rows), [id_]).claims[0].now
    assert now
    return now.text


def shown(answer: Citation, seen: Any) -> str:
    """The page, its line breaks and indents taken out."""
    told = plain.present(page(answer, seen), 80)
    assert max(map(len, told.splitlines())) <= 80
    return " ".join(told.split())


def cited(*words: str, rows: list[dict[str, Any]] = ROWS) -> str:
    seen = view(rows)
    return shown(ask(seen, words), seen)


# -- the footnote


def test_a_footnote_says_who_what_when_on_whose_word_and_where() -> None:
    told = cited(ID)
    assert told.startswith(
        "Blue and Red are enemies; from at least 2019 to at least 2020. Contested: asserted by Ann"
    )
    assert 'Asserted by Ann Author: open hostility ("appears"; seen 2019) [F, paragraphs 2 and 10].' in told
    assert 'Doubted by press, reported by Ann Author: "not so" (undated) [F, paragraph 3].' in told
    assert "Asserted by The House (seen 2020) [2, annex-2]." in told
    assert f"Permanent id: {made()}" in told
    assert (
        "[F] Ann Author, First report, The House, March 2020, https://example.org/a_b?x=1%202&y=~z," in told
    )
    assert "[2] A memo, The House, 2021~, annex-2." in told
    assert told.endswith("Recorded in A small world.")


def test_a_plan_is_cited_as_one() -> None:
    assert cited("red.support.green.intended").startswith("Planned, not done: Red supports Green; undated.")


def test_handling_marks_are_printed() -> None:
    assert "Handling: TLP:AMBER." in cited(ID, rows=[{**ENMITY, "handling": "TLP:AMBER"}])
    assert "Handling" not in cited(ID)


def test_several_claims_share_their_list_of_sources() -> None:
    told = cited(ID, "red.support.green.intended")
    assert told.count("Permanent id: ") == 2
    assert told.count("First report") == 1
    assert "paragraphs 2, 3, 4 and 10" in told


def test_a_permanent_id_in_markdown_can_be_found_there_again() -> None:
    seen = view()
    text = markdown.present(page(ask(seen, [ID]), seen))
    assert [one.text for _, one in written(text)] == [made()]


# -- which tie is meant


def test_two_actors_with_one_tie_name_it_and_an_id_is_known_in_any_case() -> None:
    assert ask(view(), ["Red", "Blue"]).claims[0].now == ask(view(), [ID]).claims[0].now
    assert ask(view(), ["the red", "green"]).claims[0].seen
    assert made("BLUE.Enmity.Red") == made()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("blue.enmty.red",), f'No tie "blue.enmty.red". Nearest: {ID}.'),
        (("blue.alliance.red",), f"Nearest: {ID}."),
        (("nothing-like-it",), "Their ids: actorgraph list relations"),
        (("Red",), "Red is an actor; cite takes a tie."),
        (("Lone",), "Lone is an actor, and it has no tie"),
        (("Blue", "Green"), "Blue and Green have no tie of their own."),
        (("Blue", "Purple"), 'No actor "Purple"'),
        ((f"{ID}@v123",), "is cut short or mistyped"),
        (("blue.war.red@v00000aaaaabbbbb",), f"is gone: the record has no such tie any more. Near it: {ID}."),
    ],
)
def test_what_names_no_tie_is_answered_with_what_is_near(words: tuple[str, ...], told: str) -> None:
    with pytest.raises(Fault) as fault:
        ask(view(), words)
    assert told in str(fault.value)


def test_of_several_ties_each_is_named_by_its_id() -> None:
    rows = [*ROWS, {"from": "red", "type": "enmity", "to": "green", "evidence": "one p9"}]
    with pytest.raises(Fault, match="Red and Green have 2 ties") as fault:
        ask(view(rows), ["red", "green"])
    assert fault.value.hints == (
        "  red.support.green.intended  planned, not done: Red supports Green",
        "  green.enmity.red  Green and Red are enemies",
    )


def test_of_a_tie_that_an_error_keeps_out_it_is_said_that_it_may_be_among_those() -> None:
    found = worlds.loaded(WORDS, [{**ENMITY, "type": "enmty"}, PLAN])
    with pytest.raises(Fault, match="may be among the records left out for an error: 1"):
        ask(worlds.view(found), [f"{ID}@v00000aaaaabbbbb"])


# -- what became of a citation


def test_what_is_as_it_was_is_unchanged_and_what_is_not_names_the_parts() -> None:
    assert ask(view(), [made()]).claims[0].state == "unchanged"
    other = copy.deepcopy(ENMITY)
    other["evidence"][1]["stance"] = "disputes"
    found = ask(view([other]), [made()])
    assert (found.claims[0].state, found.claims[0].changed, found.differs) == (
        "changed",
        ("on whose word",),
        True,
    )
    assert made() not in shown(found, view([other]))


def test_a_tie_given_another_id_is_followed_by_what_it_claims() -> None:
    renamed = [{**ENMITY, "id": "the-enmity"}, PLAN]
    found = ask(view(renamed), [made()])
    assert (found.claims[0].state, found.differs) == ("renamed", False)
    assert found.claims[0].now and found.claims[0].now.relation == "the-enmity"


def test_an_id_of_another_version_is_neither_unchanged_nor_changed() -> None:
    found = ask(view(), [made().replace("@v", "@w")])
    assert (found.claims[0].state, found.differs) == ("of another version", True)


def test_a_text_is_told_what_became_of_each_id_in_it() -> None:
    changed = [ENMITY, {**PLAN, "extent": "limited"}]
    support = made("red.support.green.intended")
    text = f"Enemies ({made()}).\n\nA plan ({support}), and\n[again] {made()}; gone: old.war.red@v00000aaaaabbbbb\n"
    seen = view(changed)
    answer = check(seen, written(text), "draft.md")
    assert [(one.state, one.lines) for one in answer.claims] == [
        ("unchanged", (1, 4)),
        ("changed", (3,)),
        ("gone", (4,)),
    ]
    told = shown(answer, seen)
    assert told.startswith("draft.md: 3 permanent ids, 1 unchanged, 1 changed, 1 gone. ")
    assert (
        f"{support}, line 3: changed: what is claimed says now planned, not done: Red supports Green; limited"
        in told
    )
    assert "old.war.red@v00000aaaaabbbbb, line 4: gone" in told
    assert f"{made()}, lines 1 and 4: unchanged" in told
    assert {work.key for work in answer.works} == {"one", "two", "a-small-world"}


def test_a_text_without_citations_says_what_one_looks_like() -> None:
    seen = view()
    answer = check(seen, written("Nothing here, ann@example.org."), "draft.md")
    assert "draft.md: no permanent id stands in it." in shown(answer, seen)
    assert (answer.rows(), answer.works, answer.differs) == ([], (), False)


def test_an_earlier_state_says_what_the_claim_was_and_follows_an_actor_whose_id_changed() -> None:
    old = view()
    world = copy.deepcopy(WORDS)
    world["actors"]["azure"] = world["actors"].pop("blue")
    row = {**copy.deepcopy(ENMITY), "from": "azure"}
    row["evidence"].pop(1)
    new = view([row, PLAN], world)
    found = ask(new, [made()], Earlier(old, new, "At then"))
    only = found.claims[0]
    assert only.state == "changed"
    assert only.now and only.now.relation == "azure.enmity.red"
    told = shown(found, new)
    assert f"At then it was {made()}, as cited; changed since:" in told
    assert "changed standing: contested -> corroborated" in told


# -- reference lists as others read them

CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "type": {"enum": ["dataset", "report", "webpage", "article"]},
            **{
                name: {"type": "string", "minLength": 1}
                for name in ("title", "publisher", "version", "URL", "note")
            },
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string"}},
                    "required": ["literal"],
                    "additionalProperties": False,
                },
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "circa": {"const": True},
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": "integer"},
                        },
                    },
                },
            },
        },
    },
}


def test_csl_json_has_what_the_schema_allows_and_a_citation_processor_reads_it() -> None:
    items = json.loads(csl.present(ask(view(), [ID]).works))
    jsonschema.validate(items, CSL)
    assert [(one["id"], one["type"]) for one in items] == [
        ("one", "report"),
        ("two", "report"),
        ("a-small-world", "dataset"),
    ]
    assert items[0]["author"] == [{"literal": "Ann Author"}]
    assert items[0]["issued"] == {"date-parts": [[2020, 3]]}
    assert items[1]["issued"] == {"date-parts": [[2021]], "circa": True}
    assert made() in items[2]["note"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the reader's own, about fields its style does not use
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        listed = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.plain)
        for item in items:
            listed.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        told = [str(one) for one in listed.bibliography()]
    assert any("Ann Author (2020) First report. The House" in one for one in told), told


def test_bibtex_is_read_back_by_another_reader() -> None:
    found = parse_string(bibtex.present(ask(view(), [ID]).works), "bibtex")
    assert list(found.entries) == ["one", "two", "a-small-world"]
    one = found.entries["one"]
    assert one.persons["author"][0].last_names == ["{Ann Author}"]
    assert (one.fields["title"], one.fields["year"], one.fields["month"]) == (
        "{First report}",
        "2020",
        "March",
    )
    assert one.fields["url"] == "https://example.org/a_b?x=1%202&y=~z"
    assert made() in found.entries["a-small-world"].fields["note"]


HOSTILE = (
    "}", "{", "}}} @misc{evil, title={x}", "\\input{/etc/passwd}", "50% of it", "a\\", "$x_1^2$ & #~", 'say "no"', "and",
    "A and B", "Last, First", "\x1b]0;x\x07", "\u202eabc", "line\nbreak", "@comment{", "حركة طالبان", "<i>x</i>", "'", "",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_stranger_wrote_stays_text_in_bibtex(name: str) -> None:
    works = [
        Work(
            "key",
            "document",
            "1",
            name or "t",
            author=name,
            publisher=name,
            published="2020-02-03",
            url=name,
            places=name,
        ),
        Work("next", "dataset", "", "T", version=name, licence=name, cite=name, claims=(name,)),
    ]
    text = bibtex.present(works)
    assert not {letter for letter in text if letter < " " or letter in "\x1b\u202e"} - {"\n"}
    found = parse_string(text, "bibtex")
    assert list(found.entries) == ["key", "next"]
    one = found.entries["key"]
    assert one.fields["title"].count("{") == one.fields["title"].count("}")
    assert len(one.persons.get("author", [])) == (1 if name else 0)
    for people in one.persons.values():
        assert not people[0].first_names
    bare = text
    for command in (
        "textbackslash",
        "textbraceleft",
        "textbraceright",
        "textasciicircum",
        "textasciitilde",
        "textquotedbl",
    ):
        bare = bare.replace(f"\\{command}{{}}", "")
    for command in ("\\textless{}", "\\textgreater{}", "\\%", "\\&", "\\$", "\\#", "\\_"):
        bare = bare.replace(command, "")
    assert "\\" not in bare
    assert "%" not in "".join(line for line in bare.splitlines() if " url = " not in line)


@pytest.mark.parametrize("name", [name for name in HOSTILE if name and "\x1b" not in name])
def test_what_a_stranger_wrote_steers_no_page_and_no_table(name: str) -> None:
    world = copy.deepcopy(WORDS)
    world["sources"]["one"] |= {"title": name.strip() or "t", "url": name}
    world["actors"]["red"]["name"] = name
    found = worlds.loaded(world, [{**ENMITY, "scope": name}])
    seen = worlds.view(found)
    answer = ask(seen, [ID])
    for text in (
        plain.present(page(answer, seen)),
        markdown.present(page(answer, seen)),
        csl.present(answer.works),
    ):
        assert not {letter for letter in text if (letter < " " and letter != "\n") or letter in "\x1b\u202e"}
    jsonschema.validate(json.loads(csl.present(answer.works)), CSL)


def test_an_address_that_is_none_is_no_link() -> None:
    work = Work("key", "document", "1", "T", url="javascript:alert(1)")
    assert "url" not in parse_string(bibtex.present([work]), "bibtex").entries["key"].fields
    assert json.loads(csl.present([work]))[0] == {
        "id": "key", "type": "webpage", "title": "T", "note": "javascript:alert(1)",
    }  # fmt: skip


def test_a_data_set_called_as_one_of_its_sources_has_a_key_of_its_own() -> None:
    world = copy.deepcopy(WORDS)
    world["sources"]["a-small-world"] = world["sources"].pop("two")
    row = copy.deepcopy(ENMITY)
    row["evidence"][2]["source"] = "a-small-world"
    keys = [work.key for work in ask(view([row], world), [ID]).works]
    assert keys == ["a-small-world", "one", "a-small-world-record"]


# -- the command


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A data set in a git repository, its enmity then no longer doubted."""
    folder = tmp_path / "record"
    folder.mkdir()
    files = {
        "dataset.yaml": {"format": "1", "title": "A small world", "version": "2"},
        "actors.yaml": {"actors": {i: {**one, "kind": "faction"} for i, one in WORDS["actors"].items()}},
        "sources.yaml": {"sources": WORDS["sources"], "voices": WORDS["voices"]},
        "relations.yaml": {"relations": ROWS},
    }
    for name, value in files.items():
        (folder / name).write_bytes(worlds.typed(value))
    return folder


def test_the_command_warns_beside_the_footnote_and_exits_with_1_only_if_asked(
    actorgraph, record: Path
) -> None:
    same = actorgraph("cite", made(), "--data", str(record), "--exit-code")
    assert (same.returncode, same.stderr) == (0, f"{made()}: unchanged.\n")
    other = made().replace("@v", "@v0")[:-1]
    done = actorgraph("cite", other, "--data", str(record))
    assert done.returncode == 0
    assert done.stderr.startswith(f"Warning: {other}: changed")
    assert "Warning" not in done.stdout
    quiet = actorgraph("cite", other, "--data", str(record), "--exit-code", "-q")
    assert (quiet.returncode, quiet.stderr, quiet.stdout) == (1, "", done.stdout)
    told = json.loads(actorgraph("cite", other, "--data", str(record), "--format", "json").stdout)
    assert told["cite"]["claims"][0]["state"] == "changed"


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_a_revision_tells_whether_the_citation_held_there(actorgraph, record: Path) -> None:
    git(record, "init", "-q", "-b", "main")
    commit(record, "first")
    row = copy.deepcopy(ENMITY)
    row["evidence"].pop(1)
    (record / "relations.yaml").write_bytes(worlds.typed({"relations": [row]}))
    done = actorgraph("cite", made(), "--rev", "HEAD", "--data", str(record))
    told = " ".join(done.stdout.split())
    assert f"At HEAD it was {made()}, as cited; changed since: when and on whose word." in told, done.stderr
    assert "changed standing: contested -> corroborated" in told


def test_the_ending_of_the_file_says_how_to_write(actorgraph, record: Path, tmp_path: Path) -> None:
    for name in ("refs.bib", "refs.csl.json", "refs.json", "refs.md"):
        assert actorgraph("cite", ID, "--data", str(record), "-o", str(tmp_path / name)).returncode == 0
    assert "one" in parse_string((tmp_path / "refs.bib").read_text("utf-8"), "bibtex").entries
    jsonschema.validate(json.loads((tmp_path / "refs.csl.json").read_text("utf-8")), CSL)
    assert json.loads((tmp_path / "refs.json").read_text("utf-8"))["cite"]["claims"][0]["relation"] == ID


def test_a_draft_is_looked_up_and_makes_its_list_of_references(
    actorgraph, record: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(f"Enemies[^1].\n\n[^1]: {made()}\n", encoding="utf-8")
    words = ("cite", "--check", str(draft), "--data", str(record), "--exit-code")
    done = actorgraph(*words)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "draft.md: 1 permanent id, 1 unchanged.")
    assert "one" in parse_string(actorgraph(*words, "--format", "bibtex").stdout, "bibtex").entries
    draft.write_text("old.war.red@v00000aaaaabbbbb", encoding="utf-8")
    assert actorgraph(*words).returncode == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No file"),
        (b"PK\x03\x04\0\0", "is no plain text"),
        (b"x" * (16 * 2**20 + 1), "at most 16 are read"),
    ],
)
def test_a_text_that_cannot_be_read_is_told(
    actorgraph, tmp_path: Path, content: bytes | None, told: str
) -> None:
    draft = tmp_path / "draft.md"
    if content is not None:
        draft.write_bytes(content)
    done = actorgraph("cite", "--check", str(draft))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


@pytest.mark.parametrize(
    "words", [(), (ID, "--check", "draft.md"), (ID, "--format", "docx"), (ID, "--on", "2018")]
)
def test_what_cite_does_not_take_is_told_in_a_line_or_two(actorgraph, words: tuple[str, ...]) -> None:
    done = actorgraph("cite", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_every_tie_of_the_shipped_record_can_be_cited_and_read_back() -> None:
    seen = worlds.shipped()
    ids = list(seen.dataset.by_id)
    answer = ask(seen, ids)
    assert len({one.now for one in answer.claims}) == len(ids)
    again = check(seen, written(" ".join(one.now.text for one in answer.claims if one.now)), "text")
    assert {one.state for one in again.claims} == {"unchanged"}
    assert next(iter(parse_string(bibtex.present(answer.works), "bibtex").entries)) == "mir-2021"
    assert yaml.safe_load(csl.present(answer.works))[0]["id"] == "mir-2021"


def test_a_lens_hides_nothing_from_the_face() -> None:
    import actorgraph as library

    record = library.load()
    answer = record.seen(known_by="2000").cite("is-k.enmity.taliban")
    assert answer == record.cite("is-k.enmity.taliban")
    assert record.text(answer).startswith("IS-K and Taliban are enemies")
