"""The information sheet says what article 13 of the GDPR asks for, on each basis, and all that the register says."""

from dataclasses import replace

import pytest

from facilitation.documentation.information import MARKS, OBSERVED, information_sheet
from facilitation.documentation.leaflets.register import register_entry
from facilitation.documentation.sheet import STAYS
from facilitation.documentation.typography import typeset
from facilitation.domain.format import Text
from facilitation.records.protocols import BASES
from tests.web.furnished import TERMS

EVERY_BASIS = {
    "1 a, who is responsible": Text("Association des exemples", "Association des exemples"),
    "1 b, the officer": Text("Contact pour la protection des données", "Contact for data protection"),
    "1 c, what for": Text("Comprendre ce qui aide", "Comprendre ce qui aide"),
    "1 c, on which basis": Text("La base légale est", "The legal basis is"),
    "1 e, who may read it": Text("L'équipe de l'expérimentation", "L'équipe de l'expérimentation"),
    "1 e, what is published": Text("seulement si vous avez accepté", "only if you agreed"),
    "1 f, transfers": Text("hors de l'Union européenne", "outside the European Union"),
    "2 a, for how long": Text("effacé 12 mois après la séance", "erased 12 months after the session"),
    "2 a, what stays": STAYS,
    "2 a, the code": Text("30 jours, ou jusqu'à la fin d'une relecture", "30 days, or until a reading"),
    "2 b, access": Text("Lire ce que vous avez écrit et en avoir une copie", "To read what you wrote and have a copy"),
    "2 b, rectification": Text("le corriger", "correct it"),
    "2 b, erasure": Text("le faire effacer", "have it erased"),
    "2 b, restriction": Text("en faire limiter l'usage", "have its use restricted"),
    "2 b, objection": Text("vous y opposer", "object"),
    "2 d, complaint": Text("Commission nationale de l'informatique", "data protection authority (CNIL)"),
    "2 e, nobody must": Text("Ni la loi ni un contrat", "Neither the law nor a contract"),
    "2 f, no decision": Text("Aucune décision n'est prise sur vous", "No decision about you"),
    "11, who cannot be found": Text("article 11", "article 11"),
    "marks": MARKS,
    "observers": OBSERVED,
}
ONE_BASIS = {
    "consent": Text("le retirer à tout moment", "withdraw it at any time"),
    "public-task": Text("Vous pouvez vous opposer à tout moment", "You may object at any time"),
    "legitimate-interest": Text("atteindre le but dit en tête", "to reach the aim said at the head"),
}


def words(text: str, locale: str) -> str:
    """Words as one compares them, whatever their spaces."""
    return " ".join(typeset(text, "en" if locale == "en" else "fr").split())


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("basis", BASES)
def test_each_item_of_article_13_is_in_the_sheet(basis: str, locale: str) -> None:
    sheet = words(information_sheet("Oser parler", replace(TERMS, basis=basis), 30, locale).text, locale)
    wanted = {**EVERY_BASIS, "the basis": ONE_BASIS[basis]}
    assert [item for item, said in wanted.items() if words(said.said_in(locale), locale) not in sheet] == []
    others = (said for name, said in ONE_BASIS.items() if name != basis and "any time" not in said.en)
    assert not [said for said in others if words(said.said_in(locale), locale) in sheet]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_register_declares_nothing_that_people_are_not_told(locale: str) -> None:
    sheet = words(information_sheet("Oser parler", TERMS, 30, locale).text, locale)
    entry = register_entry("Oser parler", TERMS, 30, locale, 1)
    rows = {row.name: row.words for part in entry.parts for row in part.rows}
    told = [*rows["Données" if locale == "fr" else "Data"], *rows["Durées" if locale == "fr" else "Retention"]]
    assert len(told) > 6
    assert [each for each in told if words(each, locale) not in sheet] == []
