"""One question each: a frozen answer, `ask(view, ...)`, and its page.

show (pages: show_page, dated, brief; their parts: in_short, rows, contest, legend, statements, wording, basis);
listing; why (pages: why_page for a pair, why_one; their parts: pair_words, hanging, falling, warrant); compare
(pages: compare_page, compare_many_page; third parties: third); path (page: path_page; its parts: path_aside,
path_words, telling; the search: steps, walking, searching, together, left_out, no_path).
"""
