"""Whether what those who took part could read was written anew since a moment."""

from sqlalchemy import ColumnElement, and_, exists, or_, select

from facilitation.database import Database
from facilitation.records.hypotheses import hypotheses, hypothesis_versions
from facilitation.records.learnings import learnings
from facilitation.records.texts import texts

AFTERWARDS = ("plain-read-by",)
"""Texts about the reading itself."""


def changed(database: Database, experiment: int, since: int, until: int | None = None) -> bool:
    """Whether a text, a hypothesis, a conclusion or a learning was saved after a moment, and not after another."""

    def saved(at: ColumnElement[int]) -> ColumnElement[bool]:
        return at > since if until is None else and_(at > since, at <= until)

    mine = hypotheses.c.experiment_id == experiment
    worded = hypothesis_versions.join(hypotheses, hypotheses.c.id == hypothesis_versions.c.hypothesis_id)
    found = (
        select(texts.c.section).where(
            texts.c.experiment_id == experiment, texts.c.section.not_in(AFTERWARDS), saved(texts.c.saved_at)
        ),
        select(hypotheses.c.id).where(mine, saved(hypotheses.c.verdict_at)),
        select(hypotheses.c.id).select_from(worded).where(mine, saved(hypothesis_versions.c.written_at)),
        select(learnings.c.id).where(learnings.c.experiment_id == experiment, saved(learnings.c.changed_at)),
    )
    with database.reading() as connection:
        return bool(connection.scalar(select(or_(*(exists(each) for each in found)))))
