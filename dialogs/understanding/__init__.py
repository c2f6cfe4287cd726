"""From a sentence to what is meant: pure, no records and no clock."""
