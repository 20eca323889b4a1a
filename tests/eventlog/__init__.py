"""The log through its own door, on SQLite and on PostgreSQL."""
