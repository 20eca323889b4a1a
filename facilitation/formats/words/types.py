"""What each kind of value is called, in plain words."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import (
    Anything,
    Choice,
    Formula,
    Kinds,
    Listed,
    Minutes,
    Name,
    Named,
    Number,
    Pace,
    Prose,
    Record,
    Reference,
    Shape,
    Slug,
    Truth,
    Version,
    Whole,
    Words,
)

NAMES: dict[type, Text] = {
    Words: Text(fr="quelques mots", en="some words"),
    Prose: Text(
        fr="un texte, entre guillemets, ou en deux langues (`fr:` et `en:`)",
        en="a text, in quotes, or in two languages (`fr:` and `en:`)",
    ),
    Name: Text(fr="un nom", en="a name"),
    Slug: Text(fr="un identifiant", en="an identifier"),
    Version: Text(fr="une version, comme 1.0.0", en="a version, such as 1.0.0"),
    Whole: Text(fr="un nombre entier", en="a whole number"),
    Number: Text(fr="un nombre", en="a number"),
    Truth: Text(fr="yes ou no", en="yes or no"),
    Choice: Text(fr="un mot de la liste", en="a word of the list"),
    Formula: Text(fr="un nombre ou une formule", en="a number or a formula"),
    Minutes: Text(fr="un nombre de minutes", en="a number of minutes"),
    Pace: Text(
        fr="`facilitator`, `everyone answered`, `timer ends`, une formule, ou plusieurs avec `or`",
        en="`facilitator`, `everyone answered`, `timer ends`, a formula, or several with `or`",
    ),
    Reference: Text(fr="un nom déjà donné dans ce fichier", en="a name given in this file"),
    Anything: Text(fr="une valeur", en="a value"),
    Listed: Text(fr="une liste, un tiret par ligne", en="a list, one dash per line"),
    Named: Text(fr="des lignes `nom: valeur`", en="lines of `name: value`"),
    Record: Text(fr="des lignes `mot: valeur`", en="lines of `word: value`"),
    Kinds: Text(fr="une étape, une répétition ou un bloc", en="a stage, a repeat or a block"),
}


def spoken(shape: Shape) -> Text:
    """What this shape wants, said to a person; the words to choose from where there are few."""
    match shape:
        case Choice(values=values):
            listed = ", ".join(f"`{value}`" for value in values)
            return Text(fr=f"un de ces mots : {listed}", en=f"one of these words: {listed}")
        case Record(keys=keys):
            listed = ", ".join(f"`{key.name}:`" for key in keys[:4])
            return Text(fr=f"des lignes comme {listed}", en=f"lines such as {listed}")
        case _:
            return NAMES[type(shape)]
