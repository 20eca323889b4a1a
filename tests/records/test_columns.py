"""Every column these tables may have. A new one is added here only after asking: could it say who a participant is?"""

from importlib import import_module
from pkgutil import iter_modules

from facilitation import records
from facilitation.database import metadata

IN_THE_LOG = {"heads", "events", "contents", "receipts"}
"""Those of `eventlog`, where they are imported."""

ALLOWED = {
    "accounts": {"id", "login", "password_hash", "role", "created_at"},
    "sign_in_links": {"digest", "account_id", "expires_at", "used_at"},
    "signing_keys": {"name", "secret"},
    "sites": {"id", "name", "place", "connectivity", "phones_allowed", "notes"},
    "site_checklist": {"site_id", "item", "state", "words", "authority", "settled_on", "account_id", "at"},
    "experiments": {
        "id",
        "title",
        "question",
        "theme",
        "site_id",
        "status",
        "created_at",
        "resources",
        "actions",
        "outcomes",
        "revisit_on",
    },
    "hypotheses": {"id", "experiment_id", "verdict", "verdict_words", "verdict_account_id", "verdict_at"},
    "hypothesis_versions": {
        "hypothesis_id",
        "version",
        "condition",
        "effect",
        "because",
        "criteria",
        "why",
        "account_id",
        "written_at",
    },
    "programmes": {"id", "name", "words"},
    "editions": {"id", "programme_id", "name", "begins_on", "ends_on", "words"},
    "edition_experiments": {"experiment_id", "edition_id"},
    "organisations": {"id", "name", "category"},
    "partnerships": {"id", "organisation_id", "experiment_id", "edition_id", "role"},
    "protocol_versions": {
        "experiment_id",
        "version",
        "purpose",
        "invited",
        "collected",
        "seen_by",
        "basis",
        "controllers",
        "contact",
        "contributions_months",
        "journal_months",
        "papers_days",
        "why",
        "account_id",
        "saved_at",
    },
    "protocol_instruments": {"experiment_id", "version", "position", "name", "status", "source", "asked"},
    "comments": {
        "id",
        "experiment_id",
        "part",
        "words",
        "account_id",
        "written_at",
        "answered_at",
        "answered_by",
    },
    "opinions": {"id", "experiment_id", "word", "words", "account_id", "given_at"},
    "commitments": {
        "id",
        "experiment_id",
        "session_id",
        "structure",
        "what",
        "due_on",
        "first_sign",
        "state",
        "outcome",
        "account_id",
        "made_at",
        "state_at",
    },
    "revisits": {"id", "experiment_id", "done_on", "words", "account_id", "written_at"},
    "members": {"experiment_id", "account_id", "role", "since"},
    "texts": {"experiment_id", "section", "locale", "version", "body", "account_id", "begun_at", "saved_at"},
    "live_sessions": {
        "id",
        "experiment_id",
        "title",
        "format_id",
        "locale",
        "join_code",
        "secret",
        "status",
        "planned_on",
        "created_at",
        "started_at",
        "closed_at",
        "people",
    },
    "retired_codes": {"code", "session_id", "retired_at"},
    "lent_devices": {
        "session_id",
        "number",
        "kind",
        "group_number",
        "opened_at",
        "closes_at",
        "closed_at",
        "begun",
        "seen_at",
    },
    "tickets": {"digest", "session_id", "person", "kind", "expires_at"},
    "own_formats": {"id", "account_id", "created_at", "parent_id", "parent_version", "parent_source"},
    "own_format_versions": {"format_id", "number", "version", "source", "account_id", "saved_at"},
    "own_format_drafts": {"account_id", "format_id", "source", "base", "saved_at"},
    "export_journal": {"id", "account_id", "session_id", "what", "at"},
}


def test_no_table_has_a_column_that_was_not_agreed_on() -> None:
    for module in iter_modules(records.__path__, f"{records.__name__}."):
        import_module(module.name)
    theirs = {table.name: table for table in metadata.tables.values() if table.name not in IN_THE_LOG}
    assert {name: {column.name for column in table.columns} for name, table in theirs.items()} == ALLOWED
