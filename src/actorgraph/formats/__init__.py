"""Formats of others, one a file.

Reading: a format is the module `read_NAME` that `reading` lists. `read(files, mapping)` gives an `Incoming`: records as
people would type them, and what of the file they leave behind, each loss from the fixed table `LOSSES` of that module.

Writing: a format is the module `write_NAME` that `writing` lists, write_csv, write_xlsx, write_graphml, write_gexf,
write_nodelink, write_cytoscape, write_signed, write_panel or write_paper. `write(out)` gives its files by name, and in
words which records it left out; `LOSSES` is the fixed table of the fields that it has no room for, `NOTES` what reads
otherwise in it.

What writers share: outgoing (which records go out), columns and tables (the record as tables), flat (actors and ties in
one flat row each), fields and lost (what has no room, and the page of it), xml and json (harmless text).

What readers share: incoming (records on their way in), losses (the report), cells (tables as text), workbook (tables of
XLSX), markup (XML of strangers), mapping (which column is what) and takes (its words), guessing (a mapping to review).
"""
