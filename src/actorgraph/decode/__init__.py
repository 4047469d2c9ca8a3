"""Node -> one record each, or a Problem. A record's fields and their readers stand in its `SHAPE`."""
