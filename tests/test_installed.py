"""What is installed answers on the shipped data from any folder, and a new build sees an edited data file."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a wheel of the project, its data edited, puts into a site-packages folder."""
    folder = tmp_path_factory.mktemp("build")
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "data", folder / "data")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    actors = folder / "data" / "actors.yaml"
    text = actors.read_text(encoding="utf-8")
    assert "name: IS-K\n" in text
    actors.write_text(text.replace("name: IS-K\n", "name: IS-K as edited\n"), encoding="utf-8")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=folder, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    site = folder / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def answer(*words: str, site: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    environment.pop("ACTORGRAPH_DATA", None)
    run = [sys.executable, "-m", "actorgraph", *words]
    return subprocess.run(run, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=True)


def test_it_answers_on_the_data_it_was_built_with_from_any_folder(installed: Path, tmp_path: Path) -> None:
    done = answer("show", "is-k", site=installed, cwd=tmp_path)
    assert done.stdout.startswith("IS-K as edited ")
    assert "the shipped data set" in done.stderr


def test_the_data_travel_inside_the_package(installed: Path) -> None:
    shipped = {path.name for path in (installed / "actorgraph" / "data").glob("*.yaml")}
    assert shipped == {path.name for path in (ROOT / "data").glob("*.yaml")}
    assert (installed / "actorgraph" / "py.typed").exists()


def test_the_page_travels_inside_the_package_with_its_scripts(installed: Path, tmp_path: Path) -> None:
    done = answer("view", "is-k", "-o", "-", site=installed, cwd=tmp_path)
    assert "IS-K as edited" in done.stdout
    assert "function show()" in done.stdout
