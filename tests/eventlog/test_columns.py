"""Every column of the log. A new one is added here only after asking: could it say who a participant is?"""

from sqlalchemy import Table

from facilitation.database import metadata
from facilitation.eventlog import tables

ALLOWED = {
    "heads": {"session_id", "seq", "epoch", "chain"},
    "events": {
        "session_id",
        "seq",
        "spelling",
        "kind",
        "actor_kind",
        "actor_id",
        "stream",
        "number",
        "at",
        "payload",
        "content_id",
        "chain",
    },
    "contents": {"content_id", "session_id", "subject", "salt", "value", "erased"},
    "receipts": {"session_id", "stream", "number", "command_id", "seq", "reason", "detail"},
}


def test_the_log_has_no_column_that_was_not_agreed_on() -> None:
    ours = {table.name for table in vars(tables).values() if isinstance(table, Table)}
    found = {name: {column.name for column in metadata.tables[name].columns} for name in ours}
    assert found == ALLOWED
