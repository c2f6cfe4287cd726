"""Settings from the environment and one file."""
