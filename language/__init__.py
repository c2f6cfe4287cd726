"""Swedish and English, both said and read."""
