"""Where it is kept: peewee and SQL only here; domain objects in, domain objects out."""
