"""Agenda and minutes on paper."""
