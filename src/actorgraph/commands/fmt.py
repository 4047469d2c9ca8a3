"""Lay the files out in one way: comments kept, no meaning changed."""

import sys
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from .recording import Data, DryRun, give, named

if TYPE_CHECKING:
    from ..record.draft import Draft
    from ..tree import Found

EXAMPLES = ("actorgraph fmt --check", "actorgraph fmt --check --migrate")


def command(
    data: Data = None,
    check: Annotated[
        bool, typer.Option("--check", help="Name what is laid out otherwise, exit with 1, and write nothing.")
    ] = False,
    dry_run: DryRun = False,
    migrate: Annotated[
        bool, typer.Option("--migrate", help="Bring the data set to this version of the format, too.")
    ] = False,
) -> int:
    """Lay the files out in one way: comments kept, no meaning changed.

    Keys in the order of the format, two columns further in at each level, nothing at the ends of lines, one
    empty line where there are several. Quotes, brackets, line breaks and the order of records stay as typed.
    """
    from ..record.draft import Draft, opened

    if check and dry_run:
        raise Fault("--check names the files, --dry-run shows what would change in them: one at a time.")
    found = named(data)
    if check or dry_run:
        draft = Draft(found.folder)
        _lay_out(draft, migrate)
        if dry_run:
            give(draft, dry_run)
            return 0
        return _tell(draft, found)
    with opened(found) as draft:
        _lay_out(draft, migrate)
        if migrate:
            draft.check()
        give(draft, dry_run)
    return 0


def _lay_out(draft: "Draft", migrate: bool) -> None:
    from ..record.layout import formatted

    for name in draft.before:
        draft.root(name)  # a file that can't be read whole is laid out by nobody
    texts = {name: draft.text(name) for name in draft.before}
    if migrate:
        from ..decode.about import FORMAT
        from ..record.migrating import migrated

        begun, after = migrated(draft)
        now = "already" if begun == FORMAT else f"format {begun}, now"
        typer.echo(safe(f"The data set is {now} at format {FORMAT}."), err=True)
        texts = dict(after)
    for name, text in texts.items():
        draft.put(name, formatted(text.encode(), name).decode())


def _tell(draft: "Draft", found: "Found") -> int:
    changed = draft.changed
    for name in changed:
        sys.stdout.write(safe(f"{name} is laid out otherwise.") + "\n")
    if changed:
        sys.stdout.flush()
        line = f"actorgraph fmt{f' --data {quote(found.folder)}' if found.how == 'option' else ''}"
        for words in (f"Lay out: {line}", f"See what would change: {line} --dry-run"):
            typer.echo(safe(words), err=True)
        return 1
    number = len(draft.before)
    sys.stdout.write(f"{number} file{'s' if number != 1 else ''}, all laid out as fmt does.\n")
    return 0
