"""Writing the record: what every command that changes the files goes through.

`draft`     opens a data set for writing: its files as read, edits to them, the check, the difference, the writing.
`edits`     a change of some characters of a file; everything else of it stays to the byte.
`inserting` a new record or item in its place, in the manner of its neighbours.
`fields`    a field of a record set, lengthened or taken out; a text replaced in its own quotes; a record taken out.
`emitting`  values as YAML text.
`order`     the order of a record's keys.
`references` every place that names a record; `renaming` another id for one, with all that follows from it.
`merging`   one actor into another; `joining` relations that become one by it, `gathering` what goes from record to record.
`retiring`  a relation that is over; `promoting` a segment that becomes an actor.
`writing`   bytes onto the disk, whole or not at all; `lock` keeps it to one writer at a time.
"""
