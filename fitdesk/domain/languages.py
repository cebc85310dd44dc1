"""Languages: their names, and which ones people on stage speak in a country."""

from __future__ import annotations

from fitdesk.i18n import _

_SPOKEN = {
    "en": "GB US AU NZ IE CA ZA IN SG HK MT JM TT BB BS BZ GY FJ GH NG KE UG TZ ZM ZW RW BW NA MU PH PK CM SL LR GM MW",
    "de": "DE AT CH LI LU BE IT",
    "fr": "FR BE CH LU MC CA SN CI CM MA TN DZ ML BF NE TG BJ GA CG CD MG HT RW BI TD",
    "es": "ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY GQ PR",
    "it": "IT CH SM VA",
    "nl": "NL BE SR",
    "pt": "PT BR AO MZ CV GW ST TL",
    "pl": "PL", "cs": "CZ", "sk": "SK", "hu": "HU", "ro": "RO MD", "bg": "BG", "hr": "HR BA", "sl": "SI",
    "sr": "RS BA ME", "el": "GR CY", "tr": "TR CY", "sv": "SE FI", "da": "DK", "nb": "NO", "fi": "FI", "et": "EE",
    "lv": "LV", "lt": "LT", "is": "IS", "ru": "RU BY KZ KG", "uk": "UA", "ja": "JP", "ko": "KR", "zh": "CN TW HK SG",
    "ar": "AE SA QA KW BH OM EG JO LB MA TN DZ IQ LY YE SD SY PS", "he": "IL", "hi": "IN", "th": "TH", "vi": "VN",
    "id": "ID", "ms": "MY SG BN", "ga": "IE", "mt": "MT", "lb": "LU",
}  # fmt: skip
# Where a second official language hardly ever decides what is spoken on a stage, asking would be pedantry.
_HARDLY_ON_STAGE = {("ga", "IE"), ("de", "IT"), ("de", "BE"), ("sv", "FI"), ("tr", "CY"), ("mt", "MT"), ("lb", "LU")}


def _by_country() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for language, countries in _SPOKEN.items():
        for country in countries.split():
            if (language, country) not in _HARDLY_ON_STAGE:
                table.setdefault(country, set()).add(language)
    return {country: frozenset(spoken) for country, spoken in table.items()}


_OF_COUNTRY = _by_country()


def spoken_in(country: str) -> frozenset[str]:
    """Languages (ISO 639-1) usual on a stage in ``country`` (ISO 3166 alpha-2); empty when the table has none."""
    return _OF_COUNTRY.get(country.upper(), frozenset())


_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "nl": "Dutch",
    "it": "Italian", "pt": "Portuguese", "pl": "Polish", "cs": "Czech", "sv": "Swedish",
    "da": "Danish", "nb": "Norwegian", "no": "Norwegian", "fi": "Finnish", "el": "Greek",
    "tr": "Turkish", "ru": "Russian", "uk": "Ukrainian", "ar": "Arabic", "he": "Hebrew",
    "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "hu": "Hungarian", "ro": "Romanian",
    "hr": "Croatian", "sr": "Serbian", "sl": "Slovenian", "sk": "Slovak", "bg": "Bulgarian",
    "hi": "Hindi", "ca": "Catalan",
}  # fmt: skip


def language_name(code: str) -> str:
    """The language's name in the chosen screen language; the code itself when it is a rare one."""
    return _(_NAMES[code]) if code in _NAMES else code
