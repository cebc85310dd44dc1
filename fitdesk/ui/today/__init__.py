"""The Today page: what waits, oldest first."""
