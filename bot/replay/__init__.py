"""Conversations as files: read, played against the real program, printed as they happened."""
