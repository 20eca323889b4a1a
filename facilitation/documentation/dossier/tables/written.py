"""What the team wrote: hypotheses with their verdicts, learnings with their evidence, commitments."""

from collections.abc import Mapping

from facilitation.documentation.card import hypothesis_said
from facilitation.documentation.dossier.quoting import learned
from facilitation.documentation.dossier.shapes import Dossier, Learning
from facilitation.documentation.dossier.tables.shapes import Column, Table
from facilitation.documentation.dossier.wordings import Wording
from facilitation.documentation.typography import date_said, day_of
from facilitation.domain.format import Text

LEARNING = Text("apprentissage {n}", "learning {n}")

CONFIDENCES = {"low": Text("faible", "low"), "medium": Text("moyenne", "medium"), "high": Text("forte", "high")}


def hypotheses(dossier: Dossier, locale: str) -> Table:
    """One row per hypothesis, as it was tested."""
    known = learned(dossier)
    return Table(
        "hypotheses",
        Text("Hypothèses", "Hypotheses"),
        Text(
            "Une ligne par hypothèse, telle qu'elle était formulée à la première séance, puis ce qu'elle est devenue. "
            "Une conclusion sans aucune référence est une intuition.",
            "One row per hypothesis, as it was worded at the first session, then what became of it. A verdict without "
            "any reference is an intuition.",
        ),
        (
            Column("condition", Text("si", "if"), wide=True),
            Column("effect", Text("alors", "then"), wide=True),
            Column("because", Text("parce que", "because"), wide=True),
            Column("criteria", Text("nous aurons raison si", "we shall be right if"), wide=True),
            Column("worded_on", Text("formulée le", "worded on")),
            Column("beforehand", Text("avant la première séance", "before the first session")),
            Column("reworded", Text("reformulée depuis", "reworded since"), wide=True),
            Column("verdict", Text("conclusion", "verdict")),
            Column("why", Text("sur quoi elle repose", "on what it rests"), wide=True),
            Column("evidence", Text("références", "references")),
        ),
        tuple(
            (
                one.condition,
                one.effect,
                one.because,
                " ; ".join(one.criteria),
                day_of(one.fixed_at),
                _yes(one.fixed_beforehand, locale),
                "\n".join(_reworded(each, locale) for each in one.reworded),
                one.verdict.said_in(locale) if one.verdict else "",
                one.verdict_words,
                ", ".join(_named(each.ref, known, locale) for each in one.evidence),
            )
            for one in dossier.hypotheses
        ),
    )


def _named(ref: str, known: Mapping[str, Learning], locale: str) -> str:
    """A reference as the sheets hold it: of a learning, its number there."""
    return LEARNING.said_in(locale).format(n=known[ref].number) if ref in known else ref


def learnings(dossier: Dossier, locale: str) -> Table:
    """One row per learning."""
    return Table(
        "learnings",
        Text("Apprentissages", "Learnings"),
        Text(
            "Une ligne par apprentissage ; les références mènent à la feuille des contributions. Sans aucune, c'est "
            "une intuition.",
            "One row per learning; the references lead to the sheet of contributions. Without any, it is an intuition.",
        ),
        (
            Column("number", Text("n°", "no.")),
            Column("thought", Text("nous pensions", "we believed"), wide=True),
            Column("observed", Text("nous avons observé", "we observed"), wide=True),
            Column("learned", Text("nous en retenons", "we learned"), wide=True),
            Column("will_do", Text("nous ferons", "we will do"), wide=True),
            Column("confidence", Text("confiance", "confidence")),
            Column("why", Text("pourquoi", "why"), wide=True),
            Column("evidence", Text("références", "references")),
        ),
        tuple(
            (
                one.number,
                one.thought,
                one.observed,
                one.learned,
                one.will_do,
                CONFIDENCES[one.confidence].said_in(locale),
                one.why,
                ", ".join(each.ref for each in one.evidence),
            )
            for one in dossier.learnings
        ),
    )


def commitments(dossier: Dossier, locale: str) -> Table:
    """One row per commitment."""
    return Table(
        "commitments",
        Text("Engagements", "Commitments"),
        Text("Une ligne par engagement d'une structure.", "One row per commitment of an organisation."),
        (
            Column("who", Text("qui", "who")),
            Column("what", Text("quoi", "what"), wide=True),
            Column("by", Text("quand", "when")),
            Column("first_sign", Text("premier signe", "first sign"), wide=True),
            Column("kept", Text("où il en est", "where it stands")),
        ),
        tuple(
            (one.who, one.what, one.by, one.first_sign, one.kept.said_in(locale) if one.kept else "")
            for one in dossier.commitments
        ),
    )


def _reworded(one: Wording, locale: str) -> str:
    sentence = hypothesis_said((one.condition, one.effect, one.because), locale)
    parts = (date_said(one.at, locale), one.why, sentence, " ; ".join(one.criteria))
    return " · ".join(filter(None, parts))


def _yes(so: bool, locale: str) -> str:
    return Text("oui", "yes").said_in(locale) if so else Text("non", "no").said_in(locale)
