"""The local channel: a small Teams channel in memory, for playing, for replaying and for tests."""
