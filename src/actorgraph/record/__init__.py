"""Writing the record: what every command that changes the files goes through.

`draft`     opens a data set for writing: its files as read, edits to them, the check, the difference, the writing.
`edits`     a change of some characters of a file; everything else of it stays to the byte.
`inserting` a new record or item in its place, in the manner of its neighbours.
`fields`    a field of a record set, lengthened or taken out; a text replaced in its own quotes; a record taken out.
`merging`   many records at once: what is there already, what differs, and the rest appended.
`emitting`  values as YAML text.
`layout`    a file in the canonical layout, remarks and all; `gaps` is what stands between its values.
`migrating` from an older version of the format to the one that is read.
`order`     the order of a record's keys.
`naming`    names as a person types them, into ids; a tie as a sentence.
`alike`     what a new record may stand there already as.
`beginning` a new data set.
`references` every place that names a record; `renaming` another id for one, with all that follows from it.
`uniting`   one actor into another; `joining` relations that become one by it, `gathering` what goes from record to record.
`retiring`  a relation that is over; `promoting` a segment that becomes an actor.
`threeway`  two branches of a file made one; `chunks` is the file by records, `splicing` one record by itself.
`differing` what is to change, as a unified diff.
`writing`   bytes onto the disk, whole or not at all; `lock` keeps it to one writer at a time.
"""
