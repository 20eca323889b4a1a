"""Everything a dossier tells, gathered from the records and the sessions, in one language and for one audience."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from flask_babel import force_locale

from facilitation.documentation.analysis.themes import Coding
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.colleges import told_of
from facilitation.documentation.dossier.gate import all_written
from facilitation.documentation.dossier.quoting import is_seen, traces_of
from facilitation.documentation.dossier.results import figures_in
from facilitation.documentation.dossier.shapes import (
    Change,
    Evidence,
    Hypothesis,
    Identity,
    Learning,
    Written,
)
from facilitation.domain.format.text import Locale
from facilitation.domain.session import Session
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.networks import networks_across
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering
from facilitation.projections.paired.asked_for import Wanted
from facilitation.records import codings, learnings, live_sessions, programmes, texts, versions
from facilitation.records.experiments import Experiment
from facilitation.records.reading import windows
from facilitation.records.sections import SECTIONS
from facilitation.records.signing_key import signing_key
from facilitation.records.versions import Version
from facilitation.web.analysis.telling import coding_of, themes_told
from facilitation.web.documents.across import compared_across
from facilitation.web.documents.aftermath import advices_told, commitments_told, revisits_told
from facilitation.web.documents.beforehand import planned_told
from facilitation.web.documents.counting import colleges_counted
from facilitation.web.documents.days import noon
from facilitation.web.documents.frame import (
    bearers_and_partners,
    invited_told,
    logos_told,
    photos_told,
    protocol_told,
    site_told,
    team_told,
    tests_wanted,
)
from facilitation.web.documents.held import Then, among, begun, told_by
from facilitation.web.documents.readings import objections_told, readings_told
from facilitation.web.documents.standing import (
    FROZEN,
    LOCALES,
    RULE,
    Standing,
    amendments,
    digest_of,
    standing_of,
    thawed,
)
from facilitation.web.documents.supposing import hypotheses_told
from facilitation.web.documents.unagreed import masked
from facilitation.web.doors import doors
from facilitation.web.forms.experiments import LICENCES
from facilitation.web.protocols import sheet_of


def gather(experiment: Experiment, locale: Locale, rendering: Rendering) -> Dossier:
    """The dossier as it stands now, whether that is a draft or what was published."""
    return gathered(experiment, locale, rendering)[0]


def gathered(experiment: Experiment, locale: Locale, rendering: Rendering) -> tuple[Dossier, Standing]:
    """The same, and where it stands: both are worked out from the same drafts, which take the longest."""
    both = drafts(experiment)
    now = standing(experiment, both)
    draft = both[locale] if rendering == RESTITUTION else _draft_for(experiment, locale, rendering)
    identity = replace(draft.identity, status=now.status, version=now.number)
    amended = amendments(versions.of_experiment(doors().database, experiment.id))
    return masked(replace(draft, identity=identity, versions=amended), experiment, locale, rendering), now


def _draft_for(experiment: Experiment, locale: Locale, rendering: Rendering) -> Dossier:
    return _draft(experiment, locale, rendering, begun(experiment.id), _wanted(experiment))


def drafted(experiment: Experiment, locale: Locale, rendering: Rendering) -> Dossier:
    """What the team writes, as it stands, for whoever writes: where it is between draft and publication is left out,
    since working that out takes the whole dossier in both languages.
    """
    return _draft(experiment, locale, rendering, begun(experiment.id), _wanted(experiment))


def as_published(experiment: Experiment, locale: Locale, rendering: Rendering) -> Dossier | None:
    """The newest version: what the team had written then, and of the sessions what stands now. None without a version,
    or where what was kept of it cannot be read any more.
    """
    told = _published(experiment, locale, rendering)
    return masked(told, experiment, locale, rendering) if told else None


def _published(experiment: Experiment, locale: Locale, rendering: Rendering) -> Dossier | None:
    found = versions.of_experiment(doors().database, experiment.id)
    kept = thawed(found[-1].frozen, locale) if found else None
    if kept is None:
        return None
    last = found[-1]
    wanted = kept.protocol.tests if kept.protocol else ()
    then = Then.of(found)
    held = among(begun(experiment.id, then), last.sessions)
    draft = _draft(experiment, locale, rendering, held, wanted, _Kept(last.made_at, then, kept.coding))
    told = draft.sessions
    identity = replace(kept.identity, status="published", version=last.number, logos=draft.identity.logos)
    frozen = {name: getattr(kept, name) for name in FROZEN}
    placed = {
        "identity": identity,
        "learnings": _placed(kept.learnings, told),
        "hypotheses": _placed(kept.hypotheses, told),
        "versions": amendments(found),
        "colleges": told_of(kept.colleges, told, rendering),
    }
    return replace(draft, **{**frozen, **placed})


def standing(experiment: Experiment, found: Mapping[Locale, Dossier] | None = None) -> Standing:
    """Where the dossier stands between draft and publication; `found` are its drafts, where they are known already."""
    last = _sealed(experiment, versions.newest(doors().database, experiment.id))
    is_read = windows.open_now(doors().database, experiment.id, doors().clock()) is not None
    digest = digest_of(_key(), drafts(experiment) if found is None else found)
    return standing_of(digest, last, versions.validation_of(doors().database, experiment.id), is_read)


def drafts(experiment: Experiment) -> dict[Locale, Dossier]:
    """The dossier as it stands, in both languages, for those who took part."""
    held, wanted = begun(experiment.id), _wanted(experiment)
    return {each: _draft(experiment, each, RESTITUTION, held, wanted) for each in LOCALES}


def published_in(experiment: Experiment) -> tuple[Locale, ...]:
    """The languages in which the newest version has all its texts; none without a version."""
    found = versions.newest(doors().database, experiment.id)
    kept = {each: thawed(found.frozen, each) for each in LOCALES} if found else {}
    return tuple(each for each, told in kept.items() if told is not None and all_written(told))


def _sealed(experiment: Experiment, last: Version | None) -> Version | None:
    """A version that made itself, or that was sealed by the rule of before, with the digest of its content."""
    if last is None or last.digest.startswith(RULE):
        return last
    found = {each: _published(experiment, each, RESTITUTION) for each in LOCALES}
    told = {each: one for each, one in found.items() if one is not None}
    if len(told) < len(LOCALES):
        return last
    digest = digest_of(_key(), told)
    versions.seal(doors().database, experiment.id, last, digest)
    return replace(last, digest=digest)


def _key() -> str:
    return signing_key(doors().database)


def _draft(
    experiment: Experiment,
    locale: Locale,
    rendering: Rendering,
    held: tuple[Session, ...],
    wanted: tuple[Wanted, ...],
    kept: "_Kept | None" = None,
) -> Dossier:
    """What the records hold, with what these sessions brought and what lies across them, and the tests that are
    `wanted`; of a version, with what was kept of it. Moments at which a day begins are told at noon, UTC.
    """
    facts, kept = experiment.facts, kept or _Kept()
    told = told_by(held, rendering, wanted)
    coding = coding_of(experiment.id) if kept.coding is None else kept.coding
    places = {one.identity.session: place for place, one in enumerate(told)}
    launched = live_sessions.launched_at(doors().database, experiment.id)
    with force_locale(locale):
        bearers, partners = bearers_and_partners(experiment.id)
        return Dossier(
            identity=_identity(experiment, bearers),
            question=facts.question,
            hypotheses=hypotheses_told(experiment.id, launched, _Grounds.of(told).evidence),
            change=Change(facts.resources, facts.actions, facts.outcomes, facts.outputs, facts.impact),
            site=site_told(facts.site),
            partners=partners,
            protocol=protocol_told(experiment.id, launched),
            texts=_texts(experiment.id, locale),
            sessions=told,
            learnings=_learnings(experiment.id, told),
            commitments=commitments_told(experiment.id, locale),
            revisits=revisits_told(experiment.id),
            advices=advices_told(experiment.id),
            revisit_on=noon(facts.revisit_on),
            photos=photos_told(experiment.id),
            across=compared_across(held, rendering, wanted, kept.then.at if kept.then else None),
            coding=coding,
            themes=themes_told(coding, held, rendering),
            chosen=tuple(sorted(codings.quoted(doors().database, experiment.id))),
            networks=networks_across(held, rendering),
            rendering=rendering.name,
            invited=invited_told(experiment.id),
            team=team_told(experiment.id),
            planned=planned_told(experiment.id, held),
            colleges=told_of(colleges_counted(experiment), told, rendering),
            information=sheet_of(experiment.id, locale),
            readings=readings_told(experiment.id, rendering, kept.until),
            objections=objections_told(experiment.id, rendering, places, kept.until),
        )


@dataclass(frozen=True, slots=True)
class _Kept:
    """Of a version: until when readers were heard, when its sessions and what was answered later stood still, its
    coding.
    """

    until: int | None = None
    then: Then | None = None
    coding: Coding | None = None


def _identity(experiment: Experiment, bearers: tuple[str, ...]) -> Identity:
    edition = programmes.edition_of(doors().database, experiment.id)
    return Identity(
        number=experiment.id,
        title=experiment.facts.title,
        theme=experiment.facts.theme,
        programme=edition.programme_name if edition else "",
        edition=edition.facts.name if edition else "",
        organisations=bearers,
        contact=experiment.facts.contact,
        licence=str(dict(LICENCES)[experiment.facts.licence]) if experiment.facts.licence else "",
        keywords=experiment.facts.keywords,
        logos=logos_told(experiment.id),
    )


def _wanted(experiment: Experiment) -> tuple[Wanted, ...]:
    return tests_wanted(experiment.id, live_sessions.launched_at(doors().database, experiment.id))


def sessions_of(experiment: int, rendering: Rendering) -> tuple[Outcome, ...]:
    """The sessions of an experiment that have begun, in the order they were held."""
    return told_by(begun(experiment), rendering)


def _texts(experiment: int, locale: Locale) -> tuple[Written, ...]:
    written = texts.of_experiment(doors().database, experiment, locale)
    return tuple(
        Written(each.key, each.part, each.title, written[each.key].body if each.key in written else "", each.needed)
        for each in SECTIONS
    )


def _learnings(experiment: int, told: tuple[Outcome, ...]) -> tuple[Learning, ...]:
    grounds = _Grounds.of(told)
    return tuple(
        Learning(
            number=number,
            thought=each.facts.thought,
            observed=each.facts.observed,
            learned=each.facts.learned,
            will_do=each.facts.will_do,
            confidence=each.facts.confidence,
            why=each.facts.why,
            addressees=each.facts.addressees,
            evidence=tuple(map(grounds.evidence, each.facts.evidence)),
            dissent=each.facts.dissent,
            key=each.id,
            validated_at=each.validated_at,
        )
        for number, each in enumerate(learnings.of_experiment(doors().database, experiment), 1)
    )


Resting = TypeVar("Resting", Learning, Hypothesis)


def _placed(kept: tuple[Resting, ...], told: tuple[Outcome, ...]) -> tuple[Resting, ...]:
    """Learnings or verdicts with what they rest on where it stands in these sessions."""
    places = _places(told)
    return tuple(
        replace(each, evidence=tuple(replace(one, session=places.get(one.ref, 0)) for one in each.evidence))
        for each in kept
    )


def _places(told: tuple[Outcome, ...]) -> dict[str, int]:
    """The place of the session of everything that may be rested on."""
    places = {ref: place for place, one in enumerate(told) for ref in traces_of(one)}
    return places | {one.ref: one.place for one in figures_in(told)}


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What learnings and verdicts may rest on: where each is, and which of it somebody saw."""

    places: Mapping[str, int]
    seen: frozenset[str]

    @classmethod
    def of(cls, told: tuple[Outcome, ...]) -> "_Grounds":
        seen = (ref for one in told for ref, trace in traces_of(one).items() if is_seen(trace))
        return cls(_places(told), frozenset(seen))

    def evidence(self, ref: str) -> Evidence:
        # Evidence that these readers may not see is still evidence: the document says that it is not shown.
        return Evidence(self.places.get(ref, 0), ref, "observed" if ref in self.seen else "declared")
