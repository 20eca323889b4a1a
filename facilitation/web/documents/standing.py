"""Where a dossier stands between draft and publication; what of it is kept of a version that was published."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.amended import Amended
from facilitation.documentation.dossier.shapes import Status
from facilitation.domain.bare import bare
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.domain.plain import NotPlain, from_plain, to_plain
from facilitation.records.versions import Cause, Validation, Version

LOCALES: tuple[Locale, ...] = ("fr", "en")

FROZEN = (
    "identity",
    "question",
    "hypotheses",
    "change",
    "site",
    "partners",
    "protocol",
    "texts",
    "learnings",
    "commitments",
    "revisits",
    "advices",
    "revisit_on",
    "photos",
    "chosen",
    "coding",
    "invited",
    "information",
    "colleges",
)
"""What the team had written, as it was published. Anything else comes from the sessions as they stand: a field that is
not named here is never kept, so that words of participants are in no copy of ours."""

RULE = "4:"
"""How a digest begins: by which rule a content was named. One by an older rule says nothing any more, and is made anew
from what was published. The second is blind to what is as it is by default; by the third, who wrote and who stayed are
coarse counts, and networks say how many answered; by the fourth, a reading says whether texts were changed since."""

CAUSES: dict[Cause, tuple[Text, Text]] = {
    "published": (Text("Publiée par l'équipe.", "Published by the team."),) * 2,
    "withdrawal": (
        Text(
            "Une contribution a été retirée à la demande de la personne qui l'a écrite.",
            "A contribution was withdrawn at the request of the person who wrote it.",
        ),
        Text(
            "Des contributions ont été retirées à la demande des personnes qui les ont écrites.",
            "Contributions were withdrawn at the request of the people who wrote them.",
        ),
    ),
    "consent": (
        Text("Une personne a changé ce à quoi elle avait consenti.", "Somebody changed what they had agreed to."),
        Text("Des accords ont été changés par ceux qui les avaient donnés.", "Consents were changed by who gave them."),
    ),
    "objection": (
        Text(
            "Une contestation a été retirée par la personne qui l'avait faite.",
            "An objection was withdrawn by the person who made it.",
        ),
        Text(
            "Des contestations ont été retirées par qui les avait faites.", "Objections were withdrawn by their makers."
        ),
    ),
    "erased": (
        Text(
            "Des mots qui ne devaient plus être gardés ont été effacés.",
            "Words that were to be kept no longer were erased.",
        ),
    )
    * 2,
}
"""Why a version came about, once and several times."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`number` is the version that a document made now belongs to; `digest` names its content; `validation` holds only
    for exactly this content.
    """

    status: Status
    number: int
    digest: str
    newest: Version | None = None
    validation: Validation | None = None

    @property
    def moved_on(self) -> bool:
        """Whether a version is published and the dossier has changed since."""
        return self.newest is not None and self.status != "published"


def standing_of(digest: str, newest: Version | None, validation: Validation | None, is_read: bool) -> Standing:
    """Where a dossier with this content stands."""
    holds = validation if validation and validation.digest == digest else None
    if newest and newest.digest == digest:
        return Standing("published", newest.number, digest, newest, holds)
    status: Status = "reading" if is_read else "validated" if holds else "draft"
    return Standing(status, newest.number + 1 if newest else 1, digest, newest, holds)


def frozen_of(drafts: Mapping[Locale, Dossier]) -> str:
    """What the team has written, in both languages, as it is kept."""
    kept = {locale: to_plain(_written(draft)) for locale, draft in drafts.items()}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def thawed(frozen: str, locale: Locale) -> Dossier | None:
    """What was kept, in one language; none where it cannot be read any more."""
    try:
        found = from_plain(Dossier, json.loads(frozen)[locale])
    except (ValueError, KeyError, NotPlain):
        return None
    return found if isinstance(found, Dossier) else None


def digest_of(key: str, drafts: Mapping[Locale, Dossier]) -> str:
    """What names a content. Keyed: from it and the rest of a document, nobody can guess at withdrawn words."""
    one = drafts["fr"]
    told = tuple(replace(each, identity=replace(each.identity, seq=0)) for each in one.sessions)
    # Who is on the team today is no part of what was validated; what was planned is in the sessions already.
    apart = {*FROZEN, "versions", "rendering", "team", "planned"}
    rest = {each.name: getattr(one, each.name) for each in fields(one) if each.name not in apart}
    # What is counted from the coding is in it, and the sheet's fingerprint is in the protocol: a version published
    # before these were kept has the same name.
    bare_of = {locale: replace(_written(draft), coding=None, information=None) for locale, draft in drafts.items()}
    written = {locale: _of_one_sheet(draft, one) for locale, draft in bare_of.items()}
    whole = replace(written["fr"], **{**rest, "sessions": told})
    content = json.dumps(bare({**written, "fr": whole}), ensure_ascii=False, sort_keys=True)
    return (RULE + hmac.digest(key.encode(), content.encode(), "sha256").hex())[:64]


def amendments(found: tuple[Version, ...]) -> tuple[Amended, ...]:
    """The versions as a document lists them."""
    return tuple(
        Amended(each.number, each.made_at, CAUSES[each.cause][each.times > 1], each.why, each.by_itself)
        for each in found
    )


def _of_one_sheet(draft: Dossier, one: Dossier) -> Dossier:
    """One information sheet stands for those of all languages: they say the same, and each has its own fingerprint."""
    if draft.protocol is None or one.protocol is None:
        return draft
    return replace(draft, protocol=replace(draft.protocol, sheet=one.protocol.sheet))


def _written(draft: Dossier) -> Dossier:
    identity = replace(draft.identity, status="draft", version=1, logos=())
    kept = {field.name: getattr(draft, field.name) for field in fields(draft) if field.name in FROZEN}
    return Dossier(**{**kept, "identity": identity})
