"""A file is written whole or not at all: a full disk never leaves half a letter where an older one stood."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and put it in its place; a link keeps pointing where it does.

    A device or a pipe is written to as it is. Raises OSError, and then an earlier file stands as it was.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a folder refuses by itself
        return
    place = path.resolve()
    unfinished = place.with_name(place.name + ".part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
