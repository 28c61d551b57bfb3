"""`python -m webapp` is the `limber` command, where that is not on the path."""

from __future__ import annotations

from webapp.cli import main

main(prog_name="limber")
