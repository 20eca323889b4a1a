"""The analysis room: reading what all sessions of an experiment brought, coding it, comparing, counting."""
