"""Formats of others, one a file.

Reading: a format is the module `read_NAME` that `reading` lists. `read(files, mapping)` gives an `Incoming`: records as
people would type them, and what of the file they leave behind, each loss from the fixed table `LOSSES` of that module.

What readers share: incoming (records on their way in), losses (the report), cells (tables as text), workbook (tables of
XLSX), markup (XML of strangers), mapping (which column is what) and takes (its words), guessing (a mapping to review).
"""
