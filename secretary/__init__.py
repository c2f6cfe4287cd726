"""The rules of a secretary: no input or output, no clock, no words."""
