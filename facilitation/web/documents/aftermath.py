"""What follows the sessions, as a dossier tells it: commitments, visits long after, what the council said."""

from facilitation.documentation.dossier.shapes import Advice, Commitment, Revisit
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.records import commitments, council, revisits
from facilitation.web.dates import day_in_words
from facilitation.web.documents.days import noon
from facilitation.web.doors import doors
from facilitation.web.forms.following import OPINIONS, STATES


def commitments_told(experiment: int, locale: Locale) -> tuple[Commitment, ...]:
    """What organisations said they would do, and what has become of it."""
    names = dict(STATES)
    return tuple(
        Commitment(
            each.promise.structure,
            each.promise.what,
            day_in_words(each.promise.due_on, locale) if each.promise.due_on else "",
            each.promise.first_sign,
            Text.same(str(names[each.state])) if each.state != "open" else None,
        )
        for each in commitments.of_experiment(doors().database, experiment)
    )


def revisits_told(experiment: int) -> tuple[Revisit, ...]:
    """What was found when somebody came back."""
    found = revisits.of_experiment(doors().database, experiment)
    return tuple(Revisit(noon(each.done_on) or each.at, each.words) for each in found)


def advices_told(experiment: int) -> tuple[Advice, ...]:
    """The opinions of the scientific council, as they were given."""
    names = dict(OPINIONS)
    found = council.opinions_on(doors().database, experiment)
    return tuple(Advice(Text.same(str(names[each.word])), each.words, each.at) for each in found)
