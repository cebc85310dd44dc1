"""Letters: every letter ever produced, drafts, and the window in which a client is referred."""
