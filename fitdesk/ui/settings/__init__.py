"""The Settings page: the owner, the letterhead, the rules and the look."""
