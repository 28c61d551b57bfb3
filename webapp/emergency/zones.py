"""Which region a device is in, by the name of its time zone."""

from __future__ import annotations

from functools import cache

from babel.core import get_global

# Names that say an offset, not a place, although the tables lead them on to some city.
OFFSETS = {
    *("CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"),
}
# Zones made after the tables of Babel; what these have caught up with leaves the list.
NEWER = {"America/Coyhaique": "CL"}
# The world, and nowhere in particular.
NO_COUNTRY = {"001", "ZZ"}


@cache
def by_zone() -> dict[str, str]:
    """Regions by each name of a zone: browsers report old names (Asia/Calcutta) and new ones."""
    regions = get_global("zone_territories")
    aliases = get_global("zone_aliases")
    named = {**regions, **{old: regions[new] for old, new in aliases.items()}, **NEWER}
    return {
        zone: region
        for zone, region in sorted(named.items())
        if region not in NO_COUNTRY and zone not in OFFSETS
    }
