"""How it comes in: bytes become a Draft; nothing here knows the store."""
