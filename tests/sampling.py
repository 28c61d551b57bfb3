"""What `make test` takes of a sweep, which only `make test-all` makes whole."""

from __future__ import annotations

import pytest

from webapp.locales import LANGUAGES, Language

# Templates are shared, so a fault of one language is nearly always one of all. Arabic is written
# from right to left, has digits of its own, six plural forms and the largest pages.
SAMPLE = "ar"
# English, from right to left, without spaces: what goes wrong in German goes wrong in English too.
KINDS = ("en", "ar", "zh-hans")


def each_language(sample: str = SAMPLE) -> pytest.MarkDecorator:
    """A test for each language; all but one are part of the sweep."""
    languages = [
        pytest.param(
            language,
            id=language.prefix,
            marks=[] if language.prefix == sample else [pytest.mark.sweep],
        )
        for language in LANGUAGES
    ]
    return pytest.mark.parametrize("language", languages)


def every_language() -> pytest.MarkDecorator:
    """A test for each language; of those in English's letters only English is in each run."""
    languages = [pytest.param(each, id=each.tag, marks=_sweep(each)) for each in LANGUAGES]
    return pytest.mark.parametrize("language", languages)


def every_prefix() -> pytest.MarkDecorator:
    """The same by the first part of an address."""
    prefixes = [pytest.param(each.prefix, marks=_sweep(each)) for each in LANGUAGES]
    return pytest.mark.parametrize("prefix", prefixes)


def _sweep(language: Language) -> list[pytest.MarkDecorator]:
    return [] if language.prefix in KINDS else [pytest.mark.sweep]


def each_prefix(*samples: str) -> pytest.MarkDecorator:
    """The same by the first part of an address."""
    prefixes = [
        pytest.param(each.prefix, marks=[] if each.prefix in samples else [pytest.mark.sweep])
        for each in LANGUAGES
    ]
    return pytest.mark.parametrize("prefix", prefixes)
