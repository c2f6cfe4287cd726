"""First names that are common in Sweden, so that "Karin är sjuk" and "kalle o lisa" name people.

Names that are everyday words also with a capital letter (Per, Bo, Hans, May, Jan) are left out.
"""

from __future__ import annotations

from dialogs.understanding.text import words

FIRST_NAMES = words(
    """
    Adam Agnes Agneta Ahmed Albin Alexander Alexandra Ali Alice Amanda Amir Amira Anders Andreas Anette Anita Ann Anna
    Anneli Annika Ann-Sofie Anton Arvid Astrid August Axel Barbro Bengt Benny Berit Bertil Birgit Birgitta Birger Bosse
    Britt Britta Camilla Carin Carina Carl Carolina Caroline Cecilia Charlotta Charlotte Christer Christian Christina
    Claes Conny Daniel David Ebba Eddie Edit Edvin Elin Elina Elias Elisabeth Elisabet Ella Ellen Elsa Emelie Emil
    Emilia
    Emma Erik Erika Eric Ester Eva Evelina Fadi Fatima Felix Filip Folke Fredrik Fredrika Frida Gabriel Gerd Gertrud
    Gunilla Gunnar Gunnel Gustav Gustaf Göran Göte Hanna Hannah Harriet Hassan Hedvig Helen Helena Helene Helge Henrik
    Henry Hilda Hugo Håkan Ida Inga Ingela Inger Ingrid Ingemar Ingvar Irene Isabella Isak Ivar Jakob Jan Jane Jenny
    Jens Jesper Jessica Joakim Joel Johan Johanna Johannes John Johnny Jon Jonas Jonathan Josef Josefin Julia Jörgen
    Kaj Kalle Karin Karl Karl-Erik Karolina Katarina Katrin Kenneth Kent Kerstin Khalid Kim Kjell Klara Klas Knut
    Krister Kristian Kristin Kristina Kurt Lage Lars Lars-Erik Lasse Laila Leif Lena Lennart Leo Lilian Lina Linda
    Linnea Linn Linus Lisa Lisbeth Lotta Louise Lova Lovisa Lucas Ludvig Lukas Madeleine Magdalena Magnus Maja Malin
    Malte Margareta Margit Maria Marianne Marie Marika Marina Marita Markus Marcus Martin Martina Mathias Mats Mattias
    Mehmet Melker Mia Michael Mikael Miriam Mirjam Moa Mohammed Mohamed Monica Monika Märta Måns Nadia Nanna Nicklas
    Niklas Nils Nina Noah Noor Nora Olga Olle Olof Oliver Omar Oscar Oskar Ove Patrik Paul Paula Peder Pelle Pernilla
    Peter Petra Petter Pia Pontus Rakel Rasmus Rebecka Reza Rickard Richard Rikard Robert Robin Roger Roland Rolf Roy
    Rut Ruth Saga Said Samira Samuel Sanna Sara Sarah Selma Signe Sigrid Simon Sofia Sofie Solveig Sonja Stefan Stellan
    Stina Stig Sture Susann Susanna Susanne Svante Sven Sven-Erik Sven-Åke Sylvia Tage Tanja Tara Teresa Therese Thomas
    Thea Theo Tilda Tobias Tom Tomas Tommy Tora Torbjörn Tord Tore Torsten Tove Tuva Ulla Ulrica Ulrika Ulrik Urban
    Ursula Uno
    Valter Vanja Veronica Viktor Viktoria Vilhelm Vilma Viveka Vivianne William Yasmin Ylva Yngve Yusuf Yvonne Zahra
    Åke Åsa Örjan Östen Andrew Ben Brian Catherine Claire Diana Edward Elizabeth Fiona George Grace Graham Helen Ian
    James Janet Jennifer Joanna Judith Karen Kate Laura Margaret Mary Matthew Nicola Olivia Patricia Philip Rachel
    Rebecca Samantha Sandra Sheila Stephen Steven Susan Tony Victoria Wendy
    """
) - words("Said Lage August Grace Stig Tage Inga Urban Saga Tom Ove Uno Jan")

ORDINARY = words(
    """
    Klara Ben Axel Jan Rut Ann Jon Kent Ester Ali Robin Isak Linda Grace Kate Mary Sten Noor Tora Tore Lova Ebba Ellen
    Saga Kim Leo Roy Ruth Maja
    """
) - words("Maja Linda Ellen")
"""Names that are ordinary words, or may be, when they are written small."""

LAST_NAME_ENDS = (
    "sson", "man", "berg", "lund", "strom", "gren", "qvist", "kvist", "quist", "dahl", "stedt", "blom", "lof", "holm",
    "strand", "feldt", "felt", "skog", "vall", "hult", "ander", "gard", "back", "sjo", "lind", "rud", "sten",
    "dal", "ell", "born", "hagg", "ek", "nius", "elius", "ling", "ros", "mark", "sund", "vik", "wik", "ryd", "fors",
)  # fmt: skip
"""How many last names end, folded; what follows a first name in small letters is its last name when it ends so."""
