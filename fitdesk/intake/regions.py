"""States, provinces and time zones as hints to a country, from resources/reading/regions.toml."""

from __future__ import annotations

from functools import cache

from fitdesk.intake.words import data_file


@cache
def _codes() -> dict[str, str]:
    """Country by state code; the United States win where two countries share one ("WA")."""
    states = data_file("regions")["states"]
    return {code: country for country in ("AU", "CA", "US") for code in states[country]["codes"]}


def state_country(code: str) -> str | None:
    """The country that has a state abbreviated so: "NSW" → "AU"."""
    return _codes().get(code)


def state_called(name: str) -> tuple[str, str] | None:
    """(country, code) of a state by its folded name: "oregon" → ("US", "OR")."""
    for country, states in data_file("regions")["states"].items():
        if name in states["names"]:
            return str(country), str(states["names"][name])
    return None


def zone_country(language: str, minutes: int) -> str | None:
    """Where somebody who writes in ``language`` most likely lives, by minutes east of Greenwich."""
    zones = data_file("regions")["zones"].get(language, {})
    country = zones.get(str(minutes))
    return str(country) if country else None
