"""A page as Markdown: what a reader of the rendered text sees is what the page says, and nothing in it is live."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from actorgraph.page import Column, Group, Paragraph, Row, Run, Table, Title, text
from actorgraph.presenters import markdown

LIVE = {
    "html_inline", "html_block", "link_open", "image", "em_open", "strong_open", "s_open", "fence", "code_block",
    "hr", "ordered_list_open", "bullet_list_open", "blockquote_open", "code_inline",
}  # fmt: skip
NASTY = [
    "<script>alert(1)</script>", "[x](http://evil.example)", "![x](http://evil.example/p.png)", "*bold* _it_ ~~s~~",
    "`code`", "| a | b |", "# heading", "- item", "1. item", "> quote", "---", "http://evil.example", "a@b.example",
    "www.evil.example", "&lt;b&gt;", "\\", "line\nbreak", "\x1b[31mred",
]  # fmt: skip


def page(words: str) -> str:
    columns = (Column("who"), Column("what", width=0))
    rows = (Group(text(words)), Row((text(words), text(words))))
    blocks = (Title(text(words)), Paragraph(text("before ", words)), Table((), columns, rows))
    return markdown.present(blocks)


def parsed(shown: str) -> list[tuple[str, str]]:
    parser = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"])
    found = []
    for token in parser.parse(shown):
        found.append((token.type, ""))
        found += [(child.type, child.content) for child in token.children or ()]
    return found


@given(st.one_of(st.sampled_from(NASTY), st.text(max_size=40)))
def test_no_word_of_a_stranger_becomes_markup(words: str) -> None:
    shown = page(words)
    assert not {kind for kind, _ in parsed(shown)} & LIVE
    assert "://" not in shown
    assert "\x1b" not in shown


def test_a_rendered_page_reads_as_it_was_written() -> None:
    for words in ("IS-K > Taliban", "a *star* | a bar", "<b>", "p10 [M] #1", "50 % & more"):
        told = "".join(content for kind, content in parsed(page(words)) if kind == "text")
        assert told.count(words) == 5, words


def test_headings_groups_and_commands_have_their_markdown() -> None:
    blocks = (
        Paragraph(text(Run("COVERAGE", "heading"), "; what is missing")),
        Paragraph(text("Try: ", Run("actorgraph show x", "command"))),
        Table(text(Run("TIES", "heading")), (Column(width=1), Column("at")), (Row(((), text("p1"))),)),
    )
    shown = markdown.present(blocks)
    assert "## COVERAGE\n\nwhat is missing" in shown
    assert "`actorgraph show x`" in shown
    assert "## TIES\n\n| at |\n| --- |\n| p1 |" in shown
