"""Towns and countries of the world: names to places, from resources/places.gz (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache

from fitdesk.domain.event import Place
from fitdesk.paths import resources

FAR_LARGER = 25
"""How many times larger a town abroad must be to be meant rather than its namesake in the writer's country."""

_FOLDS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Town:
    """One line of the table; ``people`` in thousands, ``region`` only in the United States ("OR")."""

    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    people: int

    def place(self) -> Place:
        return Place(self.name, self.country, self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class _Table:
    countries: bytes
    country_names: bytes
    towns: bytes
    town_names: bytes


def fold(name: str) -> str:
    """``name`` without accents, case and punctuation, as the table is sorted: "Saint-Étienne" → "st etienne"."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDS))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"\bsaint\b", "st", re.sub(r"[^\w]+", " ", letters).strip())


@cache
def _table() -> _Table:
    data = zlib.decompress((resources() / "places.gz").read_bytes(), 31)
    head, _, rest = data.partition(b"\n")
    a, b, c, d = (int(size) for size in head.split()[2:])
    if len(rest) != a + b + c + d:
        raise ValueError("resources/places.gz is damaged")
    return _Table(rest[:a], rest[a : a + b], rest[a + b : a + b + c], rest[a + b + c :])


def _look_up(block: bytes, key: str) -> str | None:
    """The second column of the line of ``block`` whose first is ``key``; by halving, without splitting the block."""
    wanted = key.encode()
    low, high = 0, len(block)
    while low < high:
        start = block.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = block.index(b"\n", start)
        first, _, second = block[start:end].partition(b"\t")
        if first == wanted:
            return second.decode()
        if first < wanted:
            low = end + 1
        else:
            high = start
    return None


def towns_called(name: str) -> tuple[Town, ...]:
    """The towns of that name in any Latin-lettered language, likeliest first; () when there is none."""
    key = fold(name)
    places = _look_up(_table().town_names, key) if 1 < len(key) < 60 and key.isascii() else None
    if places is None:
        return ()
    block = _table().towns
    lines = (block[start : block.index(b"\n", start)].decode().split("\t") for start in map(int, places.split(",")))
    return tuple(Town(n, cc, region, float(lat), float(lon), int(people)) for n, cc, region, lat, lon, people in lines)


def find_town(
    name: str, country: str | None = None, *, hints: tuple[str, ...] = (), region: str | None = None
) -> Town | None:
    """The town most likely meant by ``name``.

    ``country`` (ISO 3166 alpha-2) and ``region`` bind; ``hints`` are countries the text points to, strongest first:
    they decide between namesakes unless one elsewhere is FAR_LARGER times larger. Else the likeliest, by people.
    """
    towns = [
        t for t in towns_called(name) if (not country or t.country == country) and (not region or t.region == region)
    ]
    if not towns:
        return None
    for hint in hints:
        near = next((town for town in towns if town.country == hint), None)
        by_another_name = near and fold(near.name) != fold(name) == fold(towns[0].name)
        if near and not by_another_name and near.people * FAR_LARGER >= towns[0].people:
            return near
    return towns[0]


def find_place(name: str, country: str | None = None, *, hints: tuple[str, ...] = ()) -> Place | None:
    """The place called ``name``, accents and case ignored; ``None`` when the table (towns of 15,000 up) has none.

    ``country`` binds, ``hints`` only decide between namesakes; see ``find_town``.
    """
    town = find_town(name, country, hints=hints)
    return town.place() if town else None


def country_code(name: str) -> str | None:
    """ISO 3166 alpha-2 of a country named in English, German, French, Spanish, Dutch, Italian or Portuguese."""
    dotless = fold(name.replace(".", ""))
    return _look_up(_table().country_names, dotless) if dotless else None


def country_name(code: str) -> str:
    """The English name of a country; ``code`` itself when there is no such country."""
    return _look_up(_table().countries, code.upper()) or code
