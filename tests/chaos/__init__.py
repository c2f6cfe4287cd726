"""Killing the real program again and again, and looking whether anything was lost or came twice."""
