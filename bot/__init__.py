"""Teams, HTTP, delivery and the command line: the only part that meets the world."""
