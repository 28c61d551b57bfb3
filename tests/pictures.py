"""What a PNG says of itself."""

from __future__ import annotations

import struct
from pathlib import Path

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_size(path: Path) -> tuple[int, int]:
    """Width and height of its header."""
    head = path.read_bytes()[:24]
    assert head.startswith(SIGNATURE), f"{path.name} is no PNG"
    width, height = struct.unpack(">II", head[16:24])
    return width, height
