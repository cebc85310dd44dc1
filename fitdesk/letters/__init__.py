"""How it goes out: facts become words, words become pages."""
