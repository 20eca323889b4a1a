"""Remarks on names: those that nothing bears, that come too early, or that would show what is private."""

from collections.abc import Mapping

from facilitation.formats.words.phrase import Phrase, error

REFERENCES: Mapping[str, Phrase] = {
    "reference-meant": error(
        "Il n'y a pas de {what} appelé `{name}`.",
        "There is no {what} called `{name}`.",
        "Vouliez-vous dire `{meant}` ?",
        "Did you mean `{meant}`?",
    ),
    "reference-unknown": error(
        "Il n'y a pas de {what} appelé `{name}`.",
        "There is no {what} called `{name}`.",
        "Choisissez parmi : {choices}. Ou ajoutez-le au fichier.",
        "Choose among: {choices}. Or add it to the file.",
    ),
    "reference-forward": error(
        "`{name}` n'existe pas encore à ce moment : il arrive plus loin, ligne {line}.",
        "`{name}` does not exist yet at this point: it comes later, on line {line}.",
        "On ne peut utiliser que ce qui s'est passé avant. Changez l'ordre des étapes.",
        "Only what happened before can be used. Change the order of the stages.",
    ),
    "name-taken": error(
        "Le nom `{name}` est déjà pris, ligne {line}.",
        "The name `{name}` is already taken, on line {line}.",
        "Donnez un autre nom à celui-ci.",
        "Give this one another name.",
    ),
    "stage-twice": error(
        "Deux étapes s'appellent `{name}` ; la première est ligne {line}.",
        "Two stages are called `{name}`; the first is on line {line}.",
        "Donnez à celle-ci un autre identifiant. Le titre affiché peut rester le même.",
        "Give this one another identifier. The title on screens may stay the same.",
    ),
    "no-groups": error(
        "L'étape `{name}` n'a pas formé de groupes.",
        "The stage `{name}` formed no groups.",
        "Citez une étape qui a `groups: {{size: …}}`, ou formez ici des groupes avec `size`.",
        "Name a stage that has `groups: {{size: …}}`, or form groups here with `size`.",
    ),
    "needs-groups": error(
        "`{key}` suppose des groupes, et cette étape n'en forme pas.",
        "`{key}` supposes groups, and this stage forms none.",
        "Ajoutez à l'étape `groups: {{same as: …}}` ou `groups: {{size: …}}`.",
        "Add to the stage `groups: {{same as: …}}` or `groups: {{size: …}}`.",
    ),
    "not-in-stage": error(
        "Le tableau `{name}` n'est pas affiché dans cette étape.",
        "The board `{name}` is not shown in this stage.",
        "Ajoutez dans cette étape : `board: {{name: {name}, seen by: …}}`.",
        "Add to this stage: `board: {{name: {name}, seen by: …}}`.",
    ),
    "never-chosen": error(
        "Personne n'a choisi de cartes du tableau `{name}` avant cette étape.",
        "Nobody chose cards of the board `{name}` before this stage.",
        "Ajoutez `choose:` à une étape précédente, ou écrivez `all`.",
        "Add `choose:` to an earlier stage, or write `all`.",
    ),
    "never-voted": error(
        "Personne n'a voté sur le tableau `{name}` à ce moment.",
        "Nobody voted on the board `{name}` at this point.",
        "Ajoutez `vote:` à l'étape, ou à une étape précédente.",
        "Add `vote:` to the stage, or to an earlier one.",
    ),
    "mark-unknown": error(
        "Aucun signe `{name}` n'a pu être posé sur le tableau `{board}` avant cela.",
        "No mark `{name}` could be put on the board `{board}` before this.",
        "Signes connus : {choices}. Ils se déclarent sous `marks:` du tableau.",
        "Known marks: {choices}. They are declared under `marks:` of the board.",
    ),
    "role-early": error(
        "Le rôle `{name}` n'est pas encore attribué à ce moment : il l'est par un vote, plus loin.",
        "The role `{name}` has not been given at this point: a later vote gives it.",
        "Déplacez cette étape après celle qui contient `assign:`.",
        "Move this stage after the one that holds `assign:`.",
    ),
    "role-never-given": error(
        "Le rôle `{name}` s'attribue par un vote, mais aucune étape ne l'attribue.",
        "The role `{name}` is given by a vote, but no stage gives it.",
        "Ajoutez à l'étape du vote : `assign: {{{name}: {{author of top: tableau}}}}`, ou changez `chosen by`.",
        "Add to the stage of the vote: `assign: {{{name}: {{author of top: board}}}}`, or change `chosen by`.",
    ),
    "role-not-by-vote": error(
        "Une étape attribue le rôle `{name}`, mais il n'est pas déclaré `chosen by: vote`.",
        "A stage gives the role `{name}`, but it is not declared `chosen by: vote`.",
        "Écrivez `chosen by: vote` dans `roles:`.",
        "Write `chosen by: vote` under `roles:`.",
    ),
    "two-everyone-else": error(
        "Deux rôles disent « tous les autres » : `{first}` et `{name}`.",
        "Two roles say “everyone else”: `{first}` and `{name}`.",
        "Un seul rôle peut réunir les autres. Changez `chosen by`.",
        "Only one role can gather the others. Change `chosen by`.",
    ),
    "formula-wrong": error(
        "La formule `{formula}` ne peut pas être lue : {why}.",
        "The formula `{formula}` cannot be read: {why}.",
        "Une formule contient des nombres, des noms, + - * / et des mots comme sum(…) ou average(…).",
        "A formula holds numbers, names, + - * / and words such as sum(…) or average(…).",
    ),
    "formula-name-meant": error(
        "Dans `{formula}`, le nom `{name}` n'existe pas.",
        "In `{formula}`, the name `{name}` does not exist.",
        "Vouliez-vous dire `{meant}` ?",
        "Did you mean `{meant}`?",
    ),
    "formula-name-unknown": error(
        "Dans `{formula}`, le nom `{name}` n'existe pas.",
        "In `{formula}`, the name `{name}` does not exist.",
        "Noms possibles ici : {choices}. Si ce n'est pas une formule, écrivez `{{{{` pour une accolade.",
        "Names possible here: {choices}. If this is not a formula, write `{{{{` for a brace.",
    ),
    "formula-words": error(
        "Dans `{formula}`, `{name}` est un texte : on ne peut pas calculer avec.",
        "In `{formula}`, `{name}` is words: it cannot be calculated with.",
        "Utilisez une question à nombre, ou un réglage.",
        "Use a question that asks for a number, or a setting.",
    ),
    "needs-pooling": error(
        "Dans `{formula}`, `{name}` appartient à {whose} : le montrer ici le révélerait à d'autres, ou serait ambigu.",
        "In `{formula}`, `{name}` belongs to {whose}: using it here would reveal it to others, or be ambiguous.",
        "Regroupez-le : `sum({name})` ou `average({name})`.",
        "Pool it: `sum({name})` or `average({name})`.",
    ),
    "only-settings": error(
        "Dans `{formula}`, `{name}` n'est pas connu avant la séance.",
        "In `{formula}`, `{name}` is not known before the session.",
        "Ici, utilisez seulement des nombres, des réglages et `round`.",
        "Here, use only numbers, settings and `round`.",
    ),
    "set-alone": error(
        "Dans `{formula}`, `{name}` désigne plusieurs personnes.",
        "In `{formula}`, `{name}` stands for several people.",
        "Regroupez-le : `sum({name})` ou `average({name})`.",
        "Pool it: `sum({name})` or `average({name})`.",
    ),
    "set-unknown": error(
        "Dans `{formula}`, `{name}` commence par un mot inconnu avant le point.",
        "In `{formula}`, `{name}` begins with an unknown word before the point.",
        "Avant le point, écrivez `group`, `others`, `everyone` ou le nom d'un rôle.",
        "Before the point, write `group`, `others`, `everyone` or the name of a role.",
    ),
    "values-not-here": error(
        "Le texte de `{key}` contient `{{{formula}}}`, mais rien n'est rempli à cet endroit.",
        "The text of `{key}` holds `{{{formula}}}`, but nothing is filled in here.",
        "Déplacez la valeur dans `show:` de l'étape, ou doublez les accolades si elles font partie du texte.",
        "Move the value to the stage's `show:`, or double the braces if they are part of the text.",
    ),
    "value-personal": error(
        "Le texte de `{key}` est lu par tout le monde, mais `{{{formula}}}` est propre à {whose}.",
        "The text of `{key}` is read by everyone, but `{{{formula}}}` belongs to {whose}.",
        "Déplacez cette phrase dans `show:`, où chacun voit ses propres valeurs.",
        "Move that sentence to `show:`, where each person sees their own values.",
    ),
    "values-differ": error(
        "Les deux langues de `{key}` ne montrent pas les mêmes valeurs entre accolades.",
        "The two languages of `{key}` do not show the same values in braces.",
        "Mettez les mêmes `{{noms}}` dans `fr` et dans `en`.",
        "Put the same `{{names}}` in `fr` and in `en`.",
    ),
    "private-kept": error(
        "Les réponses à `{name}` ne sont pas vues de tous : on ne peut pas les garder sous les yeux de tous.",
        "The answers to `{name}` are not seen by everyone: they cannot be kept in everybody's view.",
        "Écrivez `seen by: everyone` dans l'étape `{stage}`, ou retirez `keep in view`.",
        "Write `seen by: everyone` in the stage `{stage}`, or remove `keep in view`.",
    ),
    "narrower": error(
        "Ce qui a été vu par tous ne peut pas redevenir privé ensuite.",
        "What everyone has seen cannot become private afterwards.",
        "Mettez le public le plus petit dans `first` et le plus large dans `then`.",
        "Put the smaller audience in `first` and the larger one in `then`.",
    ),
    "setting-meant": error(
        "Il n'y a pas de réglage `{name}`.",
        "There is no setting `{name}`.",
        "Vouliez-vous dire `{meant}` ?",
        "Did you mean `{meant}`?",
    ),
    "setting-unknown": error(
        "Il n'y a pas de réglage `{name}`.",
        "There is no setting `{name}`.",
        "Ajoutez-le sous `settings:`, ou effacez la ligne.",
        "Add it under `settings:`, or delete the line.",
    ),
    "nothing-awaited": error(
        "L'étape attend que tout le monde réponde, mais elle ne demande rien.",
        "The stage waits for everyone to answer, but it asks for nothing.",
        "Ajoutez `ask:`, `vote:` ou `board:`, ou écrivez `continue when: facilitator`.",
        "Add `ask:`, `vote:` or `board:`, or write `continue when: facilitator`.",
    ),
    "no-answer-kind": error(
        "`{name}` n'attend pas un nombre : aucune valeur ne peut remplacer une réponse absente.",
        "`{name}` does not ask for a number: no value can stand in for a missing answer.",
        "Effacez cette ligne.",
        "Delete this line.",
    ),
    "section-empty": error(
        "Cette partie du document ne contient rien.",
        "This part of the document holds nothing.",
        "Ajoutez `list:`, `answers:`, `votes:`, `table:`, `chart:` ou `rules: as played`.",
        "Add `list:`, `answers:`, `votes:`, `table:`, `chart:` or `rules: as played`.",
    ),
    "not-listable": error(
        "`{name}` n'est pas une liste de textes.",
        "`{name}` is not a list of texts.",
        "Utilisez `answers: {name}` ou `chart:` pour cette question.",
        "Use `answers: {name}` or `chart:` for this question.",
    ),
    "not-countable": error(
        "Les réponses à `{name}` sont des textes : elles ne font pas un graphique.",
        "The answers to `{name}` are texts: they do not make a chart.",
        "Utilisez `list: {name}` ou `answers: {name}`.",
        "Use `list: {name}` or `answers: {name}`.",
    ),
    "no-vote-there": error(
        "On ne vote pas dans l'étape `{name}`.",
        "There is no vote in the stage `{name}`.",
        "Nommez une étape qui contient `vote:`.",
        "Name a stage that holds `vote:`.",
    ),
}
