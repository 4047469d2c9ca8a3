"""Structural balance of signed graphs: plain integers in, bounds and proofs out.

`graph` a signed graph · `split` two camps, k camps, any number · `optima` all best splits · `triads` closed triads
and walks · `rank` positions. Inside: `reduce`, `blocks` data reduction · `narrow` enumeration · `cycles`, `solver`,
`relax` linear and integer programs · `search` local search · `undo` the way back · `watch` time, interrupts and
progress.
"""
