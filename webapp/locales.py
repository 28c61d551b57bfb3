"""The languages on offer, the one of this request, and numbers written the way its readers do."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from itertools import islice
from typing import Literal

from babel import Locale, UnknownLocaleError, negotiate_locale
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from flask import Flask, current_app, g, has_request_context, request
from flask_babel import Babel
from werkzeug.datastructures import LanguageAccept
from werkzeug.routing import BaseConverter

from webapp import places

Direction = Literal["ltr", "rtl"]
DOMAINS = ("messages", "content")
LISTED = places.TRANSLATIONS / "languages.toml"
# Of a header as long as a server takes, each would be looked up among six hundred locales.
MOST_WISHES = 20
LATIN_DIGITS = "0123456789"
ARABIC_LETTER_MARK = "\u061c"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"


class MissingCatalogError(Exception):
    """Catalogs that should be there and are not; the message names them and the remedy."""


@dataclass(frozen=True)
class Language:
    """One language: its part of the address, its BCP 47 tag, its gettext folder, its own name."""

    prefix: str
    tag: str
    locale: str
    name: str
    direction: Direction = "ltr"
    numbering: Literal["latn", "arab"] = "latn"

    @property
    def intl(self) -> str:
        """The locale for the browser's Intl, with the digits these readers use."""
        return self.tag if self.numbering == "latn" else f"{self.tag}-u-nu-{self.numbering}"

    @cached_property
    def messages(self) -> NullTranslations:
        return _translations(self.locale, "messages")

    @cached_property
    def content(self) -> NullTranslations:
        return _translations(self.locale, "content")


def offered() -> tuple[Language, ...]:
    """As `translations/languages.toml` lists them."""
    listed = tomllib.loads(LISTED.read_text("utf-8"))["languages"]
    return tuple(Language(**each) for each in listed)


LANGUAGES = offered()
ENGLISH = LANGUAGES[0]
_BY_PREFIX = {language.prefix: language for language in LANGUAGES}


class LanguageConverter(BaseConverter):
    """The first part of every address; anything else than a language on offer is not found."""

    regex = "|".join(_BY_PREFIX)

    def to_python(self, value: str) -> Language:
        return _BY_PREFIX[value]

    def to_url(self, value: Language) -> str:
        return value.prefix


def init_app(app: Flask) -> None:
    check_catalogs()
    app.url_map.converters["language"] = LanguageConverter
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_give_language)
    Babel(
        app,
        default_translation_directories=str(places.TRANSLATIONS),
        locale_selector=lambda: current().locale,
    )


def current() -> Language:
    """The language of the address, or for an address without one the visitor's."""
    if "language" not in g:
        g.language = negotiate() if has_request_context() else ENGLISH
    language: Language = g.language
    return language


def negotiate() -> Language:
    """The language on offer that the visitor's Accept-Language likes best, else English."""
    return liked(request.accept_languages)


def liked(accepted: LanguageAccept) -> Language:
    """The same of a header that is at hand."""
    best = islice(accepted, MOST_WISHES)
    asked = [tag.lower() for tag, quality in best if quality > 0]
    wished = [each for tag in asked for each in (tag, _written(tag))]
    tags = {language.tag.lower(): language for language in LANGUAGES}
    return tags.get(negotiate_locale(wished, list(tags), sep="-") or "", ENGLISH)


def _written(tag: str) -> str:
    """Language and script, which a tag often leaves to its country: zh-cn is zh-hans."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return tag
    likely = Locale.parse(get_global("likely_subtags").get(locale.language, locale.language))
    return f"{locale.language}-{locale.script or likely.script}".lower()


def of_path(path: str) -> Language | None:
    """The language a path begins with, also where nothing lies at that path."""
    return _BY_PREFIX.get(path.lstrip("/").split("/", 1)[0])


def number(value: float, language: Language | None = None) -> str:
    """A number as readers of the language write it, at most three decimals.

    Babel writes Latin digits and a bare minus for Arabic, so both are mapped here;
    `static/js/shared/numbers.js` leaves it to Intl, and one table of cases tests both.
    """
    language = language or current()
    # As Intl rounds: the number as it is written, a half away from zero.
    rounded = Decimal(repr(value)).quantize(Decimal("0.001"), ROUND_HALF_UP)
    is_grouped = abs(rounded) >= _GROUPED_FROM.get(language.locale, 0)
    text = format_decimal(
        rounded,
        locale=language.locale,
        numbering_system=language.numbering,
        group_separator=is_grouped,
    )
    if language.numbering == "arab":
        text = text.replace("-", f"{ARABIC_LETTER_MARK}-")
    return digits(text, language)


def digits(text: str, language: Language | None = None) -> str:
    """The same text with each Latin digit written the way the language does."""
    language = language or current()
    return text.translate(_TO_ARABIC) if language.numbering == "arab" else text


def clock(seconds: float, language: Language | None = None) -> str:
    """Seconds as on a clock: 0:20, 10:05, 1:00:00; parts of a second are left out."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return digits(text, language)


def date(value: datetime.date, language: Language | None = None) -> str:
    language = language or current()
    return digits(format_date(value, "long", locale=language.locale), language)


_TO_ARABIC = str.maketrans(LATIN_DIGITS, ARABIC_DIGITS)
# What CLDR calls minimumGroupingDigits, which Babel does not know: 1234, but 12.345.
_GROUPED_FROM = {"es": 10_000}


def check_catalogs(languages: Iterable[Language] = LANGUAGES) -> None:
    """Raise MissingCatalogError unless every language but English has all its catalogs."""
    wanted = [
        f"{language.locale}/LC_MESSAGES/{domain}.mo"
        for language in languages
        if language is not ENGLISH
        for domain in DOMAINS
    ]
    missing = [path for path in wanted if not (places.TRANSLATIONS / path).is_file()]
    if missing:
        faults = (f"translations/{path}: is missing; run `make build`" for path in missing)
        raise MissingCatalogError("\n".join(faults))


@cache
def _translations(locale: str, domain: str) -> NullTranslations:
    return Translations.load(places.TRANSLATIONS, [locale], domain)


def _take_language(_endpoint: str | None, values: dict[str, object] | None) -> None:
    language = (values or {}).pop("language", None) or of_path(request.path)
    if isinstance(language, Language):
        g.language = language


def _give_language(endpoint: str, values: dict[str, object]) -> None:
    if "language" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values["language"] = current()
