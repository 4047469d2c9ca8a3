"""What many tests share: the program as a user starts it, and one seed for hypothesis."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A suite that fails one day in ten teaches people to run it again. Look wider: --hypothesis-profile=search.
# `make test` draws few examples a law and stays under a minute; `make check` and CI draw many: --hypothesis-profile=wide.
settings.register_profile("same", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("wide", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("same")

# Tests leave no index in the cache of whoever runs them.
_CACHE = tempfile.TemporaryDirectory(prefix="actorgraph-cache-")
os.environ["XDG_CACHE_HOME"] = _CACHE.name


@pytest.fixture
def actorgraph(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run actorgraph as a process of its own: in an empty folder and home, in a pipe, 80 columns wide."""

    def run(*words: str, python: tuple[str, ...] = (), **env: str) -> subprocess.CompletedProcess[str]:
        ours = ("ACTORGRAPH_", "_ACTORGRAPH_", "PYTHON")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return subprocess.run(
            [sys.executable, *python, "-m", "actorgraph", *words],
            env={**kept, "HOME": str(tmp_path), "COLUMNS": "80", "PYTHONUTF8": "1", **env},
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    return run
