"""The database's versions, one file each."""

HEAD = "0002"
"""The version this program works with; a test compares it with the files."""
