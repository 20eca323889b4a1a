"""Hypotheses as a dossier tells them: the wording that was tested, those that came after, what was concluded."""

from collections.abc import Callable

from facilitation.documentation.dossier.shapes import Evidence, Hypothesis
from facilitation.documentation.dossier.wordings import Wording
from facilitation.domain.format import Text
from facilitation.records import hypotheses
from facilitation.records.short_lists import listed
from facilitation.web.doors import doors
from facilitation.web.forms.hypotheses import VERDICTS


def hypotheses_told(
    experiment: int, launched: int | None, evidence: Callable[[str], Evidence]
) -> tuple[Hypothesis, ...]:
    """Each as it stood when the first session began, or as it stands where nobody had worded it by then."""
    kept = hypotheses.of_experiment(doors().database, experiment)
    return tuple(_told(each, launched, evidence) for each in kept)


def _told(each: hypotheses.Hypothesis, launched: int | None, evidence: Callable[[str], Evidence]) -> Hypothesis:
    tested = each.before(launched)
    stands = tested or each.newest
    verdict = each.verdict
    return Hypothesis(
        condition=stands.wording.condition,
        effect=stands.wording.effect,
        because=stands.wording.because,
        criteria=listed(stands.wording.criteria),
        fixed_at=stands.at,
        launched=launched,
        why_changed=stands.why,
        verdict=Text.same(str(dict(VERDICTS)[verdict.word])) if verdict else None,
        verdict_words=verdict.words if verdict else "",
        evidence=tuple(map(evidence, verdict.evidence)) if verdict else (),
        reworded=tuple(map(_reworded, each.changed_after(launched))) if tested else (),
    )


def _reworded(version: hypotheses.Version) -> Wording:
    words = version.wording
    return Wording(words.condition, words.effect, words.because, listed(words.criteria), version.at, version.why)
