"""Pictures of the record: what is drawn and where, then what it looks like in each format; blind to questions.

A scene says what of the ties is drawn (its parts: lines, ties drawn as one; places, who stands where). It is written as
dot (its parts: label, style), as mermaid, or as a picture: laid out by an engine (render) and put into its frame of
title, legend and notes (legend, canvas, fit for words that keep their room). Two more are drawn without an engine:
matrix, a grid, and timeline, lanes. pixels and paper make PNG and PDF of an SVG (their parts: fonts, runs).
viewer is a page in one file around a picture; dense is what of a crowd of lines can still be drawn for it.
"""
