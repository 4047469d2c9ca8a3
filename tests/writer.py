"""A process that adds a source, an actor and a tie of hers to a data set: what the tests of writing run and kill.

Without arguments beyond the folder it writes at once; `hold` keeps the draft open until its input ends.
"""

import os
import sys

from actorgraph.errors import Fault
from actorgraph.record.draft import opened
from actorgraph.record.inserting import insert
from actorgraph.tree import Found

MARK = "/where/the/writing/begins"


def main() -> int:
    """Add one of each; 2 and one line where that can't be done."""
    folder, name, *rest = sys.argv[1:]
    try:
        with opened(Found(folder, "option")) as draft:
            insert(draft, "sources", {"title": name, "author": "alba", "published": "2001"}, f"paper-{name}")
            insert(draft, "actors", {"name": name.title(), "kind": "faction"}, name)
            insert(
                draft,
                "relations",
                {"from": "alba", "type": "enmity", "to": name, "evidence": f"paper-{name}"},
            )
            draft.check()
            if rest == ["hold"]:
                sys.stdout.write("open\n")
                sys.stdout.flush()
                sys.stdin.read()
            os.path.exists(MARK)
            draft.write()
    except Fault as fault:
        sys.stderr.write(f"{fault}\n")
        return fault.code
    return 0


if __name__ == "__main__":
    sys.exit(main())
