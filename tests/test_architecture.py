"""The house keeps its shape: import contracts hold, a planted breach is caught, files stay small."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 350


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the copy of the program in ``folder``."""
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False, timeout=100
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the program that a test may spoil."""
    shutil.copytree(ROOT / "fitdesk", tmp_path / "fitdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_import_contracts_hold(house: Path) -> None:
    result = lint_imports(house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("domain/ranges.py", "import fitdesk.store.store", "Imports point one way"),
        ("store/store.py", "import PySide6.QtCore", "Qt only in ui and app"),
        ("workflows/triage.py", "import peewee", "peewee only in the store"),
        ("letters/words/compose.py", "import reportlab.lib", "reportlab only where letters are drawn"),
        (
            "workflows/calendars.py",
            "import icalendar",
            "Calendar files are read in one place, which only the worker imports",
        ),
        ("ui/today/page.py", "import fitdesk.ui.peers.page", "Pages do not import each other"),
        ("domain/ranges.py", "import socket", "The domain is pure"),
    ],
)
def test_a_planted_breach_is_caught(house: Path, module: str, line: str, contract: str) -> None:
    spoiled = house / "fitdesk" / module
    spoiled.write_text(spoiled.read_text() + f"\n{line}\n")
    result = lint_imports(house)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract} BROKEN" in result.stdout


def modules() -> list[Path]:
    return sorted((ROOT / "fitdesk").rglob("*.py"))


def test_files_stay_small() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text().splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [path.as_posix() for path in modules() if not path.read_text().lstrip().startswith('"""')]
    assert silent == []


def test_nothing_names_a_machine_or_a_registry() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    hosts = ("pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "/root" + "/", "/work" + "/")
    for name in tracked:
        path = ROOT / name
        if path.suffix in {".py", ".toml", ".md", ".sh", ".cfg"} and path.is_file():
            text = path.read_text(encoding="utf-8")
            assert [host for host in hosts if host in text] == [], name


def test_every_package_is_installed() -> None:
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"])
    there = {".".join(path.parent.relative_to(ROOT).parts) for path in modules()}
    assert listed == there | {"fitdesk.resources"}
