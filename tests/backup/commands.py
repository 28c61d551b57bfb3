"""`limber backup` and `limber restore` in this process: to start one each time takes seconds."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from webapp.cli import main


def backup(file: Path, settings: dict[str, str]) -> Result:
    return CliRunner().invoke(main, ["backup", str(file)], env=settings)


def restore(file: Path, settings: dict[str, str], *options: str) -> Result:
    return CliRunner().invoke(main, ["restore", str(file), *options], env=settings)


def done(result: Result) -> list[str]:
    """What a command that went well has said."""
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def refusal(result: Result) -> str:
    """The one line of a command that did nothing."""
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1, result.stderr
    return result.stderr
