"""Templates, compiled once per language with its words folded in.

Flask-Babel's gettext costs about 13 µs a call, nine tenths of a page. So each language has a Jinja
environment of its own, whose parser replaces `_("constant")` and plain `{% trans %}` by their
translation; messages with values or plurals are looked up when the page is made. What comes out is
the same to the byte, and a test holds it to that.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from flask import Flask, current_app
from flask.templating import Environment
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.visitor import NodeTransformer

from webapp import locales
from webapp.locales import Language

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
# Chinese sentences follow each other without a space; the mark has its own. Tags may stand between.
SPACED = re.compile(r"([。！？；：，、）](?:</?(?:a|bdi|span)\b[^>]*>)*) +(?=\S)")


def render(template: str, **values: Any) -> str:
    """The page as a string, in the language of this request."""
    environment = _environment(current_app._get_current_object(), locales.current())  # type: ignore[attr-defined]
    current_app.update_template_context(values)
    page = environment.get_template(template).render(values)
    return SPACED.sub(r"\1", page) if locales.current().locale.startswith("zh") else page


class Flush(Extension):
    """Lines of a page begin at its margin: a template's indentation took a hundred bytes of it."""

    def preprocess(self, source: str, *_: str | None) -> str:
        return INDENTATION.sub("", source)


class FoldingEnvironment(Environment):
    """A Jinja environment whose templates come out of the parser already translated."""

    language: Language = locales.ENGLISH

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        folded: nodes.Template = _Fold(self.language).visit(tree)
        return folded


class _Fold(NodeTransformer):
    def __init__(self, language: Language) -> None:
        self.language = language

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802
        self.generic_visit(node, *args, **kwargs)
        message = _constant_message(node)
        if message is None:
            return node
        # Jinja's new-style gettext formats even without values; so do we.
        words = self.language.messages.gettext(message) % {}
        return nodes.MarkSafeIfAutoescape(nodes.Const(words), lineno=node.lineno)


def _constant_message(node: nodes.Call) -> str | None:
    is_gettext = isinstance(node.node, nodes.Name) and node.node.name in ("_", "gettext")
    plain = len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    if is_gettext and plain and isinstance(node.args[0], nodes.Const):
        return str(node.args[0].value)
    return None


def environment(app: Flask, language: Language, *, fold: bool = True) -> Environment:
    """A Jinja environment for one language; `fold=False` is for comparing."""
    kind = FoldingEnvironment if fold else Environment
    made = kind(
        app,
        autoescape=app.select_jinja_autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", Flush],
    )
    if isinstance(made, FoldingEnvironment):
        made.language = language
    made.bytecode_cache = app.jinja_env.bytecode_cache
    made.policies.update(app.jinja_env.policies)
    made.globals.update(app.jinja_env.globals)
    made.filters.update(app.jinja_env.filters)
    made.install_gettext_translations(language.messages, newstyle=True)  # type: ignore[attr-defined]
    return made


_environment = cache(environment)
