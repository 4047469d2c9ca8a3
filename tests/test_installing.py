"""The command that is named for installing an extra works where it is named."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from actorgraph import errors

SRC = Path(__file__).resolve().parent.parent / "src"


@pytest.mark.skipif(sys.platform == "win32", reason="a Python stands elsewhere there")
def test_a_python_without_pip_is_named_to_the_pip_of_another(tmp_path: Path) -> None:
    venv.create(tmp_path / ".venv", with_pip=False)
    words = f"import sys; sys.path.insert(0, {str(SRC)!r}); from actorgraph.errors import installing as i; "
    words += "print(i('actorgraph[png]'))"
    done = subprocess.run(
        [tmp_path / ".venv/bin/python", "-c", words], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "python3 -m pip --python .venv/bin/python install 'actorgraph[png]'\n"


def test_with_pip_nothing_else_is_named() -> None:
    pytest.importorskip("pip")
    assert errors.installing("actorgraph[png]") == "python3 -m pip install 'actorgraph[png]'"
