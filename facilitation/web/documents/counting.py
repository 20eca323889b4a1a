"""Who was in the room by kind of stakeholder, as the team counted it and as pages and documents name it."""

from flask_babel import gettext

from facilitation.documentation.dossier.colleges import College, InTheRoom
from facilitation.records import colleges, live_sessions
from facilitation.records.experiments import Experiment
from facilitation.web.doors import doors


def names_of(experiment: Experiment) -> dict[str, str]:
    """The colleges of an experiment in their order: what is kept of each, and its name in the language of the page."""
    if experiment.facts.colleges:
        return {each: each for each in experiment.facts.colleges}
    usual = {
        "justice": gettext("Ministry of Justice"),
        "social": gettext("Social services"),
        "funders": gettext("Patrons and funders"),
        "concerned": gettext("People concerned"),
        "projects": gettext("Project bearers and organisations"),
        "research": gettext("Researchers"),
        "ministries": gettext("Other ministries"),
    }
    return {word: usual[word] for word in colleges.USUAL}


def colleges_counted(experiment: Experiment) -> tuple[InTheRoom, ...]:
    """What was counted in each session of an experiment; nothing of a college that is no longer named."""
    held = [each.id for each in live_sessions.of_experiment(doors().database, experiment.id)]
    found, names = colleges.of_sessions(doors().database, held), names_of(experiment)
    every = (
        InTheRoom(session, tuple(College(name, counts[word]) for word, name in names.items() if word in counts))
        for session, counts in found.items()
    )
    return tuple(each for each in every if each.colleges)
