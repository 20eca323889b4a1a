"""How a document names what somebody contests, where it is not printed beside it."""

from facilitation.documentation.dossier.quoting import known
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.domain.format import Text

SEEN = Text("Ce qui a été observé", "What was observed")
WHOLE = Text("Le document dans son ensemble", "The document as a whole")


def about_said(dossier: Dossier, about: str) -> Text:
    """The thing in words: the title of a text or a result, the number of a learning or a contribution."""
    match about.split(":"):
        case ["text", key]:
            return next((text.title for text in dossier.texts if text.key == key), WHOLE)
        case ["learning", number]:
            return Text(f"Apprentissage n° {number}", f"Learning no. {number}")
        case ["hypothesis", number]:
            return Text(f"Hypothèse n° {number}", f"Hypothesis no. {number}")
        case ["figure", session, section]:
            return dossier.sessions[int(session)].sections[int(section)].title
        case ["seen", session]:
            title = dossier.sessions[int(session)].identity.title
            return Text(f"{title} · {SEEN.fr}", f"{title} · {SEEN.en}")
        case ["said", ref] if ref in (cited := known(dossier)):
            number = str(cited[ref].said.number)
            return Text(f"Contribution n° {number}", f"Contribution no. {number}")
        case ["said", _]:
            return Text("Une contribution qui n'est pas reproduite ici", "A contribution that is not reproduced here")
    return WHOLE
