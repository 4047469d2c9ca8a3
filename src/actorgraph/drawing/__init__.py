"""Pictures of the record: a scene says what is drawn, the other members turn it into something to look at.

scene (its parts: lines, ties drawn as one; places, who stands where); dot (its parts: label, legend, style);
render (DOT to SVG; fit, text that keeps its room).
"""
