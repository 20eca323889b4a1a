"""Remarks on the examples by which a format tests itself."""

from collections.abc import Mapping

from facilitation.formats.words.phrase import Phrase, error

EXAMPLES: Mapping[str, Phrase] = {
    "not-row": error(
        "Il faut ici une liste de valeurs, une par personne.",
        "A list of values is needed here, one per person.",
        "Écrivez par exemple `[10, 20, missing]`. Pour plusieurs tours : `[[1, 2, 3], [4, 5, gone]]`.",
        "Write for instance `[10, 20, missing]`. For several rounds: `[[1, 2, 3], [4, 5, gone]]`.",
    ),
    "examples-too-big": error(
        "Les exemples comptent plus de {most} réponses.",
        "The examples hold more than {most} answers.",
        "Gardez quelques exemples courts : les cas simples, et les cas limites.",
        "Keep a few short examples: the simple cases, and the borderline ones.",
    ),
    "rows-uneven": error(
        "Les listes de cet exemple n'ont pas toutes le même nombre de personnes.",
        "The lists of this example do not all have the same number of people.",
        "Donnez une valeur par personne partout ; écrivez `missing` pour une réponse absente.",
        "Give one value per person everywhere; write `missing` for a missing answer.",
    ),
    "example-people": error(
        "L'exemple compte {people} personnes ; le format en demande de {fewest} à {most}.",
        "The example has {people} people; the format asks for {fewest} to {most}.",
        "Ajoutez ou retirez des valeurs.",
        "Add or remove values.",
    ),
    "example-empty": error(
        "L'exemple n'affirme rien.",
        "The example claims nothing.",
        "Ajoutez `expect:` avec les valeurs attendues, ou `refused: yes`.",
        "Add `expect:` with the values expected, or `refused: yes`.",
    ),
    "drawn-meant": error(
        "`{name}` n'est pas tiré au sort.",
        "`{name}` is not drawn by lot.",
        "Vouliez-vous dire `{meant}` ?",
        "Did you mean `{meant}`?",
    ),
    "drawn-unknown": error(
        "`{name}` n'est pas tiré au sort.",
        "`{name}` is not drawn by lot.",
        "Le sort décide ici de : {choices}. Le reste se calcule.",
        "Here chance decides on: {choices}. The rest is worked out.",
    ),
    "drawn-nothing": error(
        "`{name}` n'est pas tiré au sort : dans ce format, rien ne l'est.",
        "`{name}` is not drawn by lot: nothing in this format is.",
        "Retirez `drawn:`. Le sort vient d'une variante (`treatments`) ou d'une formule comme `draw_between(1, 6)`.",
        "Take out `drawn:`. Chance comes in by a variant (`treatments`) or a formula such as `draw_between(1, 6)`.",
    ),
    "drawn-value": error(
        "Le sort ne peut pas donner « {value} » à `{name}`.",
        "Chance cannot give “{value}” to `{name}`.",
        "Écrivez un nombre, `yes` ou `no`, ou `missing` pour laisser faire le sort.",
        "Write a number, `yes` or `no`, or `missing` to leave it to chance.",
    ),
    "drawn-impossible": error(
        "Le tirage `{formula}` ne peut pas donner {value} à `{name}`.",
        "The draw `{formula}` cannot give {value} to `{name}`.",
        "Écrivez une valeur que ce tirage peut donner.",
        "Write a value that this draw can give.",
    ),
    "example-value": error(
        "`{value}` n'est pas une valeur que l'on peut comparer.",
        "`{value}` is not a value that can be compared.",
        "Écrivez un nombre comme `3`, `1.8` ou `2/3`, ou `missing` s'il ne doit pas y en avoir.",
        "Write a number such as `3`, `1.8` or `2/3`, or `missing` if there must be none.",
    ),
    "example-differs": error(
        "L'exemple attend `{name}` = {expected} pour la personne n° {person} sur {people}, et le calcul donne {found}.",
        "The example expects `{name}` = {expected} for person no. {person} of {people}, and the result is {found}.",
        "Corrigez la formule ou la valeur attendue. Les valeurs sont exactes, sans arrondi.",
        "Mend the formula or the value expected. Values are exact, never rounded.",
    ),
    "expect-meant": error(
        "`{name}` n'est calculé nulle part.",
        "`{name}` is worked out nowhere.",
        "Vouliez-vous dire `{meant}` ?",
        "Did you mean `{meant}`?",
    ),
    "expect-unknown": error(
        "`{name}` n'est calculé nulle part.",
        "`{name}` is worked out nowhere.",
        "Sous `expect` se trouvent des valeurs de `compute` : {choices}.",
        "Under `expect` stand values of `compute`: {choices}.",
    ),
    "example-unreached": error(
        "L'exemple s'arrête avant que `{name}` soit calculé : {where} attend des réponses qu'il ne donne pas.",
        "The example ends before `{name}` is worked out: {where} waits for answers that it does not give.",
        "Donnez des réponses pour tous les tours, une liste par tour, ou moins de tours par un réglage, sous `settings:`.",
        "Give answers for every round, one list for each, or set fewer rounds by a setting, under `settings:`.",
    ),
    "example-not-refused": error(
        "Cet exemple doit être refusé, et il est accepté.",
        "This example must be refused, and it is accepted.",
        "Resserrez `min` ou `max`, ou effacez `refused: yes`.",
        "Tighten `min` or `max`, or delete `refused: yes`.",
    ),
    "example-refused": error(
        "La réponse « {value} » de la personne n° {person} à `{name}` est refusée : {why}",
        "The answer “{value}” of person no. {person} to `{name}` is refused: {why}",
        "Corrigez la valeur, ou écrivez `refused: yes` si c'est voulu.",
        "Mend the value, or write `refused: yes` if that is the point.",
    ),
    "example-setting": error(
        "La valeur {value} est hors des limites du réglage `{name}`.",
        "The value {value} is outside the limits of the setting `{name}`.",
        "Corrigez la valeur, ou écrivez `refused: yes` si c'est voulu.",
        "Mend the value, or write `refused: yes` if that is the point.",
    ),
    "example-stuck": error(
        "L'exemple, joué à {people}, ne peut pas aller jusqu'au bout : {why}",
        "The example, with {people} people, cannot be played to its end: {why}",
        "Vérifiez qu'il nomme des questions qui existent, ou des tableaux où l'on écrit, et le nombre de tours.",
        "Check that it names questions that exist, or boards that are written on, and the number of rounds.",
    ),
}
