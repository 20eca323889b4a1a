"""Protocols: what is collected, on which basis, with which instruments; fixed at the launch, amended with a reason."""

from facilitation.records.protocols.keeping import history, of_experiment, save
from facilitation.records.protocols.table import protocol_instruments, protocol_tests, protocol_versions
from facilitation.records.protocols.terms import (
    BASES,
    BETWEEN,
    INSTRUMENT_STATUSES,
    TESTS,
    AskedTest,
    Instrument,
    Protocol,
    Terms,
    Version,
)

__all__ = [
    "BASES",
    "BETWEEN",
    "INSTRUMENT_STATUSES",
    "TESTS",
    "AskedTest",
    "Instrument",
    "Protocol",
    "Terms",
    "Version",
    "history",
    "of_experiment",
    "protocol_instruments",
    "protocol_tests",
    "protocol_versions",
    "save",
]
