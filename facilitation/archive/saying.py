"""What an archive would bring, in sentences: for the command line and for the page."""

from collections.abc import Iterator

from facilitation.archive.restoring import Preview
from facilitation.documentation.typography import date_said, in_both
from facilitation.domain.format import Text
from facilitation.records.meeting import Met

KINDS = {
    "programmes": Text("le programme", "the programme"),
    "editions": Text("l'édition", "the edition"),
    "organisations": Text("la structure", "the organisation"),
    "sites": Text("le terrain", "the field site"),
}


def said_of(preview: Preview) -> tuple[Text, ...]:
    """What would come, what it meets here, and whether documents will be the same to the byte."""
    manifest = preview.archive.manifest
    return (
        in_both(
            f"{manifest.title} (archive du {date_said(manifest.made_at, 'fr', 'UTC')})",
            f"{manifest.title} (archive of {date_said(manifest.made_at, 'en', 'UTC')})",
        ),
        in_both(
            f"{len(manifest.sessions)} séance(s) close(s), {preview.people} participation(s).",
            f"{len(manifest.sessions)} closed session(s), {preview.people} participation(s).",
        ),
        *_meetings(preview),
        ALIKE if preview.alike else UNLIKE,
    )


ALIKE = in_both(
    "Cette maison dessine les documents comme celle d'origine : datés du jour de l'archive, ils seront identiques "
    "octet pour octet (mêmes polices du système supposées).",
    "This house draws documents as the house of origin does: dated on the day of the archive, they will be the same to "
    "the byte (the same fonts of the system assumed).",
)
UNLIKE = in_both(
    "Cette maison dessine les documents avec une autre version : le contenu sera le même, pas les octets.",
    "This house draws documents with another version: the content will be the same, the bytes will not.",
)


def _meetings(preview: Preview) -> Iterator[Text]:
    for met in preview.met:
        what = KINDS[met.table]
        yield in_both(f"- {what.fr} « {met.name} » : {_how(met).fr}", f"- {what.en} “{met.name}”: {_how(met).en}")


def _how(met: Met) -> Text:
    match met.how, met.table:
        case "same", _:
            return in_both(
                "est déjà ici, à l'identique ; c'est lui qui servira.", "stands here already, alike; it is used."
            )
        case "other", "organisations":
            return in_both(
                "est déjà ici avec une autre catégorie ou un autre logo, qui restent ceux d'ici.",
                "stands here already with another category or logo, which stay as they are here.",
            )
        case "other", _:
            return in_both(
                "porte le nom d'un autre, différent, qui est déjà ici : les deux resteront, côte à côte.",
                "has the name of another, different one that stands here already: both will stay, side by side.",
            )
    return in_both("viendra avec l'archive.", "comes with the archive.")
