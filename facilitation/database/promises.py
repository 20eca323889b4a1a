"""What a store must be set to, so that what is acknowledged is on disk and what is erased is gone."""

from facilitation.domain.format import Text

SEVERAL_WRITERS_SINCE = (3, 51, 3)
"""Before this SQLite, two connections that write or checkpoint at once can corrupt the file ("WAL-reset")."""

WRITER = {
    "busy_timeout": "5000",
    "journal_mode": "wal",
    "synchronous": "2",
    "secure_delete": "1",
    "foreign_keys": "1",
    "mmap_size": "0",
    "temp_store": "2",
    "trusted_schema": "0",
}
READER = {"busy_timeout": "5000", "query_only": "1", "wal_autocheckpoint": "0", "mmap_size": "0", "temp_store": "2"}
PROMISED = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "mmap_size")


def sqlite_problems(version: tuple[int, ...], *, single_writer: bool, pragmas: dict[str, str]) -> tuple[Text, ...]:
    """What is wrong with these settings of SQLite."""
    problems = [
        Text(
            f"SQLite : {name} vaut {pragmas.get(name)}, il faut {WRITER[name]}.",
            f"SQLite: {name} is {pragmas.get(name)}, must be {WRITER[name]}.",
        )
        for name in PROMISED
        if pragmas.get(name) != WRITER[name]
    ]
    if version < SEVERAL_WRITERS_SINCE and not single_writer:
        problems.append(
            Text(
                "SQLite est antérieur à 3.51.3 et plusieurs connexions écrivent : le fichier peut être abîmé.",
                "SQLite is older than 3.51.3 and several connections write: the file may be corrupted.",
            )
        )
    return tuple(problems)


def postgresql_problems(shown: dict[str, str]) -> tuple[Text, ...]:
    """What is wrong with these settings of PostgreSQL: what is acknowledged must be on disk."""
    return tuple(
        Text(f"PostgreSQL : {name} est désactivé.", f"PostgreSQL: {name} is off.")
        for name, value in shown.items()
        if value == "off"
    )
