"""Bytes to text: as declared, else UTF-8, else Windows-1252."""

from __future__ import annotations

import re

# Python also knows codecs that are no character sets (idna, punycode, zip, unicode_escape): not for strangers' bytes.
_KNOWN = re.compile(
    r"(utf-?(8|16|32)(-?[lb]e)?|(us-)?ascii|ansi_x3[.\w-]*|iso-?8859-\d+|latin-?\d|(windows|cp|ibm)-?\d{3,4}|koi8-[rut]"
    r"|gb(2312|k|18030)|big5(-?hkscs)?|shift[_-]?jis|sjis|euc-?(jp|kr)|iso-2022-(jp|kr)|mac(intosh|-?roman)|ks_c_5601[\w-]*"
    r"|tis-620)",
    re.I,
)
_AS_WINDOWS = re.compile(r"(us-)?ascii|ansi_x3[.\w-]*|iso-?8859-1|latin-?1", re.I)


def decode(data: bytes, declared: str) -> str:
    """``data`` as text; never fails. Latin-1 and ASCII are read as Windows-1252 where UTF-8 does not fit."""
    return decode_noting(data, declared)[0]


def decode_noting(data: bytes, declared: str) -> tuple[str, bool]:
    """``data`` as text, and whether the declared encoding had to be given up."""
    declared = declared.strip().strip("\"'")
    known = _KNOWN.fullmatch(declared)
    if known and not _AS_WINDOWS.fullmatch(declared):
        try:
            return data.decode(declared), False
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return data.decode("utf-8"), bool(known and not _AS_WINDOWS.fullmatch(declared))
    except UnicodeDecodeError:
        fits = bool(_AS_WINDOWS.fullmatch(declared)) and not re.fullmatch(r"(us-)?ascii", declared, re.I)
        return data.decode("cp1252", "replace"), bool(declared) and not fits
