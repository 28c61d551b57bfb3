"""Bands of temperature in words and in both units; `static/js/swim/bands.js` finds the band."""

from __future__ import annotations

from collections.abc import Callable

from flask_babel import gettext

from webapp import locales
from webapp.content.water import Band, Edge

_Value = Callable[[Edge], float]


def fahrenheit(celsius: float) -> float:
    """Degrees Celsius as degrees Fahrenheit."""
    return round(celsius * 9 / 5 + 32, 1)


def metric(band: Band) -> str:
    """The band in degrees Celsius, its ends said so that nobody at one of them has to guess."""
    return gettext("%(range)s\u00a0°C", range=_range(band, lambda edge: edge.limit.value))


def us(band: Band) -> str:
    ends = _range(band, lambda edge: fahrenheit(edge.limit.value))
    return gettext("%(range)s\u00a0°F", range=ends)


def _range(band: Band, value: _Value) -> str:
    low = locales.number(value(band.lowest)) if band.lowest else ""
    high = locales.number(value(band.highest)) if band.highest else ""
    if band.lowest is None:
        return gettext("below %(high)s", high=high)
    if band.highest is None:
        return gettext("above %(low)s", low=low)
    if band.lowest.contained and band.highest.contained:
        return gettext("%(low)s to %(high)s", low=low, high=high)
    if band.highest.contained:
        return gettext("above %(low)s, up to %(high)s", low=low, high=high)
    return gettext("above %(low)s, below %(high)s", low=low, high=high)


def edges(band: Band) -> dict[str, float | bool | None]:
    """What the script needs to find the band of a temperature: degrees Celsius."""
    return {
        "lowest": band.lowest.limit.value if band.lowest else None,
        "withLowest": bool(band.lowest and band.lowest.contained),
        "highest": band.highest.limit.value if band.highest else None,
        "withHighest": bool(band.highest and band.highest.contained),
    }
