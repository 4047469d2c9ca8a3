"""Page, rows or Answer -> text for one kind of reader."""
