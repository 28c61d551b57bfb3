"""`python -m webapp` is the `limber` command, where that is not on the path."""

from __future__ import annotations

from webapp.start import main

main()
