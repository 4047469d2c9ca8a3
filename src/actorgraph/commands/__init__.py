"""The index of commands: what each is called and what it is for, in the order that help lists them.

A command NAME is the function `command` in `actorgraph.commands.NAME`. Its docstring opens with the summary
that stands here; `EXAMPLES` beside it are lines that run. A module is imported when its command is wanted.
"""

INDEX: dict[str, dict[str, str]] = {
    "Ask": {
        "show": "One actor: what it is, its ties, and who says so.",
        "compare": "Two to eight actors side by side, what is between them and around them.",
        "path": "The shortest paths between two actors, and what was left out of them.",
        "why": "On whose word two actors are tied, or one is described, and what it hangs on.",
        "matrix": "Friend and foe as a grid: each actor towards each other one.",
        "list": "What is in the record: actors, relations, sources or voices, a line each.",
        "timeline": "Dated ties, traits and events in order; what is undated is listed as undated.",
        "disputes": "Who disagrees with whom about what, and which ties can't be so together.",
        "diff": "What differs in meaning: between two dates, two voices, or two data sets.",
        "brief": "What is new in the record since a date or a revision, on one page.",
        "hinges": "What an answer hangs on: each paragraph, voice and source dropped in turn.",
        "sources": "Which document and voice bears how much, and which documents only repeat another.",
        "balance": "Who is with whom as a whole: triads, and the fewest ties out of line in any split into two.",
        "blocs": "The camps of allies and foes, two or more, and what one camp more would save.",
        "rank": "How many friends and foes each actor has, and between whom it stands; never persons.",
        "scenario": "What-ifs of the record: what an option would change, who stands where, risks as stated.",
    },
    "Draw": {
        "draw": "A picture: the record, one actor, a comparison, paths, the grid, ties in time, or what changed.",
        "view": "The record in a browser: search, filter, time, and the evidence behind every line.",
    },
    "Keep the record": {
        "check": "Every problem in the data, with what to write instead.",
        "init": "A new record: a small data set with comments, schemas for an editor, settings for git.",
        "add": "A record more: an actor, a relation, evidence, a source, a voice or an event.",
        "rename": "Give a record another id, and every reference to it in all files.",
        "merge": "Make two actors one: B's ties, names, traits and references go to A.",
        "retire": "Give a relation an end, as one more item of its evidence.",
        "promote": "Make a segment an actor of its own, tied to its whole by a relation.",
        "fmt": "Lay the files out in one way: comments kept, no meaning changed.",
        "agree": "How far two coders of the same text agree, and what they have to talk over.",
        "cite": "A claim with its text, sources and permanent id; and whether what was cited has changed.",
        "export": "Tables, workbook, graphs, panel and data paper for others, and what each leaves behind.",
        "import": "Tables and graphs of others as records, with every loss reported.",
        "merge-driver": "Merge two branches of a data file by record; git calls it.",
        "schema": "JSON Schemas of the files, for an editor that completes and checks as you type.",
        "explain": "What a word of an answer means: a type of tie, a kind, a standing, a check.",
    },
    "The program": {
        "doctor": "What this installation is, finds and can do.",
        "cache": "What is kept of data sets to answer at once: see it, verify it against the files, or take it away.",
        "completion": "The lines that teach a shell to complete actorgraph.",
    },
}

COMMANDS = {name: summary for group in INDEX.values() for name, summary in group.items()}
