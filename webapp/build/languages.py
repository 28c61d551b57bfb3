"""The languages that a physio's own words may be in, each by its own name."""

from __future__ import annotations

from babel import Locale

from webapp.locales import LANGUAGES

# Beside those of the app: what physios and patients write in most. Their names are Babel's, written
# down: to ask it for them kept all that it knows of each, 45 MB of every web process.
OTHERS = {
    "bn": "বাংলা",
    "bg": "български",
    "ca": "català",
    "cs": "čeština",
    "cy": "Cymraeg",
    "da": "dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "es": "español",
    "et": "eesti",
    "eu": "euskara",
    "fa": "فارسی",
    "fi": "suomi",
    "fr": "français",
    "ga": "Gaeilge",
    "gl": "galego",
    "gu": "ગુજરાતી",
    "he": "עברית",
    "hi": "हिन्दी",
    "hr": "hrvatski",
    "hu": "magyar",
    "id": "Indonesia",
    "is": "íslenska",
    "it": "italiano",
    "ja": "日本語",
    "ko": "한국어",
    "lt": "lietuvių",
    "lv": "latviešu",
    "mr": "मराठी",
    "ms": "Melayu",
    "nb": "norsk bokmål",
    "nl": "Nederlands",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "polski",
    "pt": "português",
    "ro": "română",
    "ru": "русский",
    "sk": "slovenčina",
    "sl": "slovenščina",
    "sr": "српски",
    "sv": "svenska",
    "sw": "Kiswahili",
    "ta": "தமிழ்",
    "te": "తెలుగు",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "zh-Hant": "中文 (繁體)",
}


def tongues() -> list[tuple[str, str]]:
    """Tag and name, those of the app first."""
    ours = {language.tag: name(language.tag) for language in LANGUAGES}
    return list((ours | {tag: named for tag, named in OTHERS.items() if tag not in ours}).items())


def name(tag: str) -> str:
    """As its speakers call it."""
    locale = Locale.parse(tag, sep="-")
    return locale.get_display_name(locale) or tag
