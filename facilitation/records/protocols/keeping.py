"""Keeping protocols: one version that changes until the launch, then a version for each amendment."""

from collections import defaultdict

from sqlalchemy import Connection, Row, delete, insert, select

from facilitation.database import Database
from facilitation.records.meanwhile import Overtaken, overtaken
from facilitation.records.protocols.table import protocol_instruments, protocol_tests, protocol_versions
from facilitation.records.protocols.terms import AskedTest, Instrument, Protocol, Terms, Version
from facilitation.records.short_lists import joined, listed


def of_experiment(database: Database, experiment: int) -> Protocol | None:
    """The protocol of an experiment with all its versions, if somebody has written one."""
    versions = history(database, experiment)
    return Protocol(versions) if versions else None


def history(database: Database, experiment: int) -> tuple[Version, ...]:
    """All versions, oldest first."""
    with database.reading() as connection:
        return _history(connection, experiment)


def save(
    database: Database, experiment: int, terms: Terms, why: str, account: int, now: int, launched: bool, base: str = ""
) -> Overtaken[Terms] | None:
    """Keep the terms, or say who was faster since `base`. Until the launch they take the place of those before;
    afterwards they are an amendment.
    """
    with database.writing() as connection:
        newest = next(iter(reversed(_history(connection, experiment))), None)
        if newest is not None and newest.terms == terms:
            return None
        if faster := overtaken(newest.terms if newest else Terms(), terms, base):
            return faster
        number = 1 if newest is None else newest.number + launched
        if newest is not None and not launched:
            for table in (protocol_instruments, protocol_tests, protocol_versions):
                connection.execute(
                    delete(table).where(table.c.experiment_id == experiment, table.c.version == newest.number)
                )
        _write(connection, experiment, Version(number, terms, why if launched else "", account, now))
    return None


def _history(connection: Connection, experiment: int) -> tuple[Version, ...]:
    kept, parts, asked = protocol_versions.c, protocol_instruments.c, protocol_tests.c
    instruments: dict[int, list[Instrument]] = defaultdict(list)
    tests: dict[int, list[AskedTest]] = defaultdict(list)
    rows = connection.execute(
        select(protocol_versions).where(kept.experiment_id == experiment).order_by(kept.version)
    ).all()
    for row in connection.execute(
        select(protocol_instruments).where(parts.experiment_id == experiment).order_by(parts.position)
    ):
        covered = listed(row.questions)
        instruments[row.version].append(Instrument(row.name, row.status, row.source, row.asked, covered))
    for row in connection.execute(
        select(protocol_tests).where(asked.experiment_id == experiment).order_by(asked.position)
    ):
        tests[row.version].append(AskedTest(row.question, row.between, row.test, row.why))
    return tuple(_version(row, tuple(instruments[row.version]), tuple(tests[row.version])) for row in rows)


def _write(connection: Connection, experiment: int, version: Version) -> None:
    terms, place = version.terms, {"experiment_id": experiment, "version": version.number}
    row = {
        "purpose": terms.purpose,
        "invited": terms.invited,
        "collected": joined(terms.collected),
        "seen_by": joined(terms.seen_by),
        "basis": terms.basis,
        "controllers": joined(terms.controllers),
        "contact": terms.contact,
        "contributions_months": terms.contributions_months,
        "journal_months": terms.journal_months,
        "papers_days": terms.papers_days,
        "why": version.why,
        "account_id": version.account,
        "saved_at": version.at,
    }
    connection.execute(insert(protocol_versions).values({**place, **row}))
    for position, each in enumerate(terms.instruments):
        told = {"name": each.name, "status": each.status, "source": each.source, "asked": each.asked}
        row = {**place, "position": position, **told, "questions": joined(each.questions)}
        connection.execute(insert(protocol_instruments).values(row))
    for position, one in enumerate(terms.tests):
        row = {"question": one.question, "between": one.between, "test": one.test, "why": one.why}
        connection.execute(insert(protocol_tests).values({**place, "position": position, **row}))


def _version(
    row: Row[tuple[object, ...]], instruments: tuple[Instrument, ...], tests: tuple[AskedTest, ...]
) -> Version:
    terms = Terms(
        purpose=row.purpose,
        invited=row.invited,
        collected=listed(row.collected),
        seen_by=listed(row.seen_by),
        basis=row.basis,
        controllers=listed(row.controllers),
        contact=row.contact,
        contributions_months=row.contributions_months,
        journal_months=row.journal_months,
        papers_days=row.papers_days,
        instruments=instruments,
        tests=tests,
    )
    return Version(row.version, terms, row.why, row.account_id, row.saved_at)
