"""What templates were compiled to, kept for all apps of a test run."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from webapp.rendering import FoldingEnvironment

Key = tuple[str, str, str]


class Compiled(BytecodeCache):
    """By template, its source and the language that is folded into it, with its filters' words."""

    def __init__(self) -> None:
        self._codes: dict[Key, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        bucket.code = self._codes.get(key) if key else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        if key and bucket.code:
            self._codes[key] = bucket.code


def _key(bucket: Bucket) -> Key | None:
    environment = bucket.environment
    if isinstance(environment, FoldingEnvironment):
        return bucket.key, bucket.checksum, environment.language.tag
    return None
