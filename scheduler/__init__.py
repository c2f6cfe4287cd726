"""What is owed when, and the clockwork that wakes for it."""
