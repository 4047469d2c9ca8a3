"""A headless Chromium for tests and benches, or the reason why there is none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
MISSING = (
    "playwright is not installed: python3 -m pip install playwright"
    if find_spec("playwright") is None
    else ""
    if CHROMIUM
    else "no Chromium is installed here (Debian: apt-get install chromium)"
)


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser of one's own; as root it needs to run without its sandbox."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        flags = [*FLAGS, *(["--no-sandbox"] if root else [])]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        try:
            yield browser
        finally:
            browser.close()
