"""On whose word one actor is described: a block a voice, then the paragraphs by what falls without them."""

from test_why import asked, tie


def test_one_actor_is_told_by_voice_authors_first() -> None:
    rows = [
        tie("attack", ["one p1", "one p2 envoy supports", "one p3 press suggests"]),
        tie("enmity", ["one p2 envoy supports", "two p4 state disputes"], "green", "red"),
    ]
    answer, shown = asked(rows, "red")
    assert answer.state is None
    assert shown.index("Ann: 1 statement [A p1]") < shown.index("the envoy: 2 statements on 2 ties [A p2]")
    assert shown.index("the envoy: 2") < shown.index("State: 1 statement [B p4]; stake: none towards Red")
    assert "Green and Red are enemies contested" in shown
    assert "nor of the press (unnamed)" in shown


def test_one_actors_paragraphs_are_ranked_by_what_falls_without_them() -> None:
    rows = [
        tie("attack", "one p9"),
        tie("enmity", "one p9", "red", "green"),
        tie("fighting", "one p1", "red", "green"),
        tie("rivalry", ["one p2", "two p3"], "red", "green"),
    ]
    _, shown = asked(rows, "red")
    hangs = shown[shown.index("WHAT IT HANGS ON") :]
    assert (
        hangs.index("A p9 2 ties fall") < hangs.index("A p1 1 tie falls") < hangs.index("1 changes standing")
    )
