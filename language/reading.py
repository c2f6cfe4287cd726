"""What is read in a sentence: moments, rules, lengths, amounts, counts and lists, in both languages at once.

The grammar is closed: what is not surely a date is not one. Where a phrase can mean two things its `doubt` says
which, the doubtful part is None, and `readings` holds the possible meanings to choose from.
"""

from __future__ import annotations

from language.amounts_read import Amount, Count, Share, find_amounts, find_count, find_fraction
from language.lists_read import split_list
from language.quantities_read import Before, Quantity, find_before, find_minutes
from language.recurrence_read import Recurrence, find_recurrence
from language.when_read import When, find_when

__all__ = [
    "Amount",
    "Before",
    "Count",
    "Quantity",
    "Recurrence",
    "Share",
    "When",
    "find_amounts",
    "find_before",
    "find_count",
    "find_fraction",
    "find_minutes",
    "find_recurrence",
    "find_when",
    "split_list",
]
