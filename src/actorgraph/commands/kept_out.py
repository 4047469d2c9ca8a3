"""What errors in the files keep out of an answer, told in the answer itself: a page outlives the talk beside it."""

from typing import TYPE_CHECKING

from ..page import Page, Paragraph, Run, Title, count, text

if TYPE_CHECKING:
    from ..dataset import Loaded
    from ..problems import Problem

MOST = 3


def errors(loaded: "Loaded") -> list["Problem"]:
    """What is so wrong that a record, or a part of one, could not be read."""
    return [problem for problem in loaded.problems if problem.severity == "error"]


def marked(page: Page, loaded: "Loaded", line: str) -> Page:
    """The page with what is missing from it below its title; `line` is the command that shows what is wrong."""
    found = errors(loaded)
    if not found:
        return page
    told = Paragraph(text(f"Not in this answer: {_words(found, loaded)} ", Run(line, "command")), 0, 2)
    at = 1 if page and isinstance(page[0], Title) else 0
    return (*page[:at], told, *page[at:])


def places(loaded: "Loaded") -> list[dict[str, str]]:
    """Each error for whoever reads JSON: its name, its place, and what is wrong."""
    return [
        {
            "problem": one.name,
            "where": f"{one.where.file}:{one.where.line}:{one.where.column}",
            "what": one.what,
        }
        for one in errors(loaded)
    ]


def _words(found: list["Problem"], loaded: "Loaded") -> str:
    where = "; ".join(f"{one.where.file}:{one.where.line}, {one.what}" for one in found[:MOST])
    more = f"; and {len(found) - MOST} more" if len(found) > MOST else ""
    left = count(loaded.dataset.left_out, "record")
    return f"{left} left out for {count(len(found), 'error')} in the data ({where}{more}). What to write instead:"
