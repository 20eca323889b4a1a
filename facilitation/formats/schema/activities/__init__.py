"""The table, part one: what people do in a stage."""
