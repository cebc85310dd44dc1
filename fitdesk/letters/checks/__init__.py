"""The check before a letter leaves: fifteen rules, read on the text as it stands, with repairs."""
