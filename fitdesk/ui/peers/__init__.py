"""The Peers page: who can be recommended instead, how they differ, and whether they agreed to it."""
