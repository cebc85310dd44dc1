"""The words of a letter: what each kind says, in which order, from facts alone."""
