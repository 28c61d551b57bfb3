"""Who uses an instance, and who may have it alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp import use

IN_USE = pytest.raises(use.InUseError, match="stop `limber serve`")
RESTORED = pytest.raises(use.InUseError, match="is being restored")


def test_several_share_it_and_nobody_has_it_alone_then(tmp_path: Path) -> None:
    with use.shared(tmp_path), use.shared(tmp_path), IN_USE, use.alone(tmp_path):
        pass


def test_while_one_has_it_alone_nobody_shares_it(tmp_path: Path) -> None:
    with use.alone(tmp_path), RESTORED, use.shared(tmp_path):
        pass


def test_what_fails_meanwhile_is_not_taken_for_use(tmp_path: Path) -> None:
    with pytest.raises(BlockingIOError), use.shared(tmp_path):
        raise BlockingIOError
