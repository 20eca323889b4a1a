"""What is edited in place: accounts, sites, experiments, the headers of live sessions, tickets, the export journal."""

from facilitation.records import (
    accounts,
    demonstration,
    described,
    experiments,
    export_journal,
    hypotheses,
    join_codes,
    live_sessions,
    own_formats,
    passwords,
    sections,
    sign_in_links,
    signing_key,
    sites,
    texts,
    tickets,
)

__all__ = [
    "accounts",
    "demonstration",
    "described",
    "experiments",
    "export_journal",
    "hypotheses",
    "join_codes",
    "live_sessions",
    "own_formats",
    "passwords",
    "sections",
    "sign_in_links",
    "signing_key",
    "sites",
    "texts",
    "tickets",
]
