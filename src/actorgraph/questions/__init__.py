"""One question each: a frozen answer, `ask(view, ...)`, and its page.

show (pages: show_page, dated, brief; their parts: in_short, rows, event_rows, contest, brief_ties, legend,
statements, wording, basis; as a table: show_table).
listing (its parts: listed, listed_actors, listed_ties).
why (pages: why_page for a pair, why_one; their parts: around_pair, pair_words, hanging, falling, warrant).
kin: who belongs to an actor, for all of them.
compare (pages: compare_page, compare_many_page; what stands around the two: third, third_rows, third_turns).
path (page: path_page; its parts: path_aside, path_words, telling; the search: steps, walking, searching,
together, left_out, no_path, cant_tell,
unshown).
timeline (page: timeline_page; its parts: lanes, undrawn).
diff between two dates (page: diff_page; pairs that change: changed), between two voices: diff_voices (page:
diff_voices_page), between two data sets: diff_records (page: diff_records_page; its parts: matching, tie_aspects,
diff_other); what it is about: about; its two sides: diff_sides; what the dates leave open: untold; rows by name:
row_names; many in few lines: compact.
since: what is new since a date or a revision (page: since_page, which the command `brief` prints; `brief` above is
the one screen of an actor).
disputes (page: disputes_page; its parts: disputes_rows, disputes_other, degrees, unlike, same_period).
hinges (page: hinges_page, hinges_rows; what each question reads: hinged; what
changes: falling, pairs, third_turns, routes).
agree (page: agree_page; its parts: coded, aligned, coefficient; to be decided: adjudication).
cite (page: cite_page; its parts: permanent ids, cite_since an earlier state, references, tie_names).
sources (pages: sources_page, chains_page; its parts: borne, speakers, chains; as a table: sources_table).
matrix (page: matrix_page; a tie in few words: tie_words).
balance (pages: balance_page, balance_splits, balance_turned; its parts: signed pairs, counted_ties, balance_turns,
balance_index), in time: balance_time (page: balance_time_page), of a plain network: network (page: network_page).
blocs (page: blocs_page). rank (page: rank_page).
supposing: what a what-if adds and ends, for the head of every page.
scenario (page: scenario_page; its parts: scenario_signs with triads, scenario_beside; as a table: scenario_table), all
of them in a list: scenarios.
"""
