"""Where sentences have a gap since words were taken back, each with the page where they are written anew."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from facilitation.records import withdrawn
from facilitation.records.sections import section
from facilitation.records.withdrawn import Place
from facilitation.web.doors import doors
from facilitation.web.language import NAMES, said


@dataclass(frozen=True, slots=True)
class Gap:
    """A place by its name, and where to go."""

    words: str
    to: str


def gaps(experiment_id: int) -> tuple[Gap, ...]:
    """Every page where there is one, named once."""
    places = withdrawn.to_mend(doors().database, experiment_id)
    return tuple(dict.fromkeys(gap_at(experiment_id, each) for each in places))


def gap_at(experiment_id: int, place: Place) -> Gap:
    """A place by its name, and the page where it is written."""
    match place.kind:
        case "text":
            found = section(place.key)
            title, language = said(found.title) if found else place.key, NAMES["en" if place.locale == "en" else "fr"]
            to = url_for("texts.edit", experiment_id=experiment_id, key=place.key, language=place.locale)
            return Gap(gettext("Text “%(title)s” (%(language)s)", title=title, language=language), to)
        case "learning":
            to = url_for("learnings.edit", experiment_id=experiment_id, learning_id=place.number)
            return Gap(gettext("A learning"), to)
        case "hypothesis":
            to = url_for("hypotheses.edit", experiment_id=experiment_id, hypothesis_id=place.number)
            return Gap(gettext("A hypothesis, or its conclusion"), to)
        case "protocol":
            return Gap(gettext("Protocol"), url_for("protocols.edit", experiment_id=experiment_id))
        case "commitment" | "revisit":
            to = url_for("following.show", experiment_id=experiment_id)
            return Gap(gettext("A commitment") if place.kind == "commitment" else gettext("A revisit"), to)
        case "site":
            name = gettext("The field site, or its checklist")
            return Gap(
                name,
                url_for("checklist.show", site_id=place.number)
                if "/" in place.key
                else url_for("sites.edit", site_id=place.number),
            )
        case "photos":
            return Gap(gettext("The clearance for photos"), url_for("clearances.show", experiment_id=experiment_id))
        case "edition":
            return Gap(gettext("The edition"), url_for("programmes.edit_edition", edition_id=place.number))
        case "programme":
            return Gap(gettext("The programme"), url_for("programmes.edit", programme_id=place.number))
    to = url_for("experiments.edit", experiment_id=experiment_id)
    if place.field in ("title", "question"):
        return Gap(gettext("The title or the question of the experiment"), to)
    return Gap(gettext("The card of the experiment, or its theory of change"), to)
