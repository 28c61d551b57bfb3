"""What templates and addresses were compiled to, kept for all apps of a test run."""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

from webapp.rendering import FoldingEnvironment

Key = tuple[str, str, str]
Builder = Callable[..., tuple[str, str]]


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


class CompiledRule(Rule):
    """An address whose two functions are made once: they hold nothing of the app they are for.

    Should Werkzeug do without this method, tests are only slower.
    """

    _made: dict[tuple[str, str, bool], Builder] = {}

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        key = (self.rule, repr(self.defaults), append_unknown)
        if key not in self._made:
            self._made[key] = super()._compile_builder(append_unknown)
        return self._made[key]
