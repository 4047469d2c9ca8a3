"""One question each: a frozen answer, `ask(view, ...)`, and its page.

show (with show_page, in_short, contest, legend, statements, wording, basis); listing.
"""
