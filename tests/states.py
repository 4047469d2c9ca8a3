"""States since 1494 as a data set: rivalries (Thompson and Dreyer), alliances (ATOP) and the states of the Correlates of
War, where the tables lie at hand, read as anybody would: `actorgraph import states`.

Nothing of them is kept here: see the README beside the tables for what may be done with them.
"""

import subprocess
import sys
from pathlib import Path

from worlds import SHARED

FOLDER = Path(SHARED) / "data" / "states"
TABLES = ("atop_alliance_spells.csv", "td_rivalries.csv", "cow_states.csv")


def there() -> bool:
    return all((FOLDER / name).exists() for name in TABLES)


def write(folder: Path) -> Path:
    """The data set in that folder: a relation a spell."""
    tables = [str(FOLDER / name) for name in TABLES]
    run = [sys.executable, "-m", "actorgraph", "import", "states", *tables, "--into", str(folder)]
    subprocess.run(run, capture_output=True, encoding="utf-8", check=True)
    return folder


if __name__ == "__main__":
    write(Path(sys.argv[1]))
