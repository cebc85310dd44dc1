"""What goes wrong when a stranger's file is read, in words for the person at the desk."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot be read; ``str()`` is one plain sentence or two: what happened and what to do."""
