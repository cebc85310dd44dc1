"""The Offerings page: what the owner sells, what the owner is not good at, and what counts how much."""
