"""The conversations: what members ask for, and what Kansli answers."""
