"""Every column these tables may have. A new one is added here only after asking: could it say who a participant is?"""

from facilitation.records import (
    accounts,
    experiments,
    export_journal,
    live_sessions,
    own_formats,
    retired_codes,
    sign_in_links,
    signing_key,
    sites,
    tickets,
)

ALLOWED = {
    "accounts": {"id", "login", "password_hash", "role", "created_at"},
    "sign_in_links": {"digest", "account_id", "expires_at", "used_at"},
    "signing_keys": {"name", "secret"},
    "sites": {"id", "name", "place", "connectivity", "phones_allowed", "notes"},
    "experiments": {
        "id",
        "title",
        "question",
        "hypothesis_if",
        "hypothesis_then",
        "hypothesis_because",
        "hypothesis_at",
        "theme",
        "site_id",
        "status",
        "created_at",
    },
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
    },
    "retired_codes": {"code", "session_id", "retired_at"},
    "tickets": {"digest", "session_id", "person", "kind", "expires_at"},
    "own_formats": {"id", "account_id", "created_at", "parent_id", "parent_version", "parent_source"},
    "own_format_versions": {"format_id", "number", "version", "source", "account_id", "saved_at"},
    "own_format_drafts": {"account_id", "format_id", "source", "base", "saved_at"},
    "export_journal": {"id", "account_id", "session_id", "what", "at"},
}


def test_no_table_has_a_column_that_was_not_agreed_on() -> None:
    tables = (
        accounts.accounts,
        experiments.experiments,
        export_journal.export_journal,
        live_sessions.live_sessions,
        own_formats.own_format_drafts,
        own_formats.own_format_versions,
        own_formats.own_formats,
        retired_codes.retired_codes,
        sign_in_links.sign_in_links,
        signing_key.signing_keys,
        sites.sites,
        tickets.tickets,
    )
    assert {table.name: {column.name for column in table.columns} for table in tables} == ALLOWED
