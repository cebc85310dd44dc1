"""Phrase books: the building blocks of letters, checked completely, and the voice that chooses among them."""
