"""Remarks on blocks: formats that are used inside another."""

from collections.abc import Mapping

from facilitation.formats.words.phrase import Phrase, error, warning

NESTING: Mapping[str, Phrase] = {
    "use-cycle": error(
        "Ce format finit par s'utiliser lui-même : {chain}.",
        "This format ends up using itself: {chain}.",
        "Retirez l'un de ces `use:`.",
        "Take out one of these `use:`.",
    ),
    "use-too-deep": error(
        "Plus de {most} formats les uns dans les autres : {chain}.",
        "More than {most} formats inside one another: {chain}.",
        "Écrivez les étapes du dernier directement dans le format.",
        "Write the stages of the last one directly in the format.",
    ),
    "use-too-big": error(
        "Avec ses blocs, ce format devient trop grand (plus de {most} éléments).",
        "With its blocks, this format becomes too big (over {most} pieces).",
        "Utilisez moins de blocs.",
        "Use fewer blocks.",
    ),
    "use-unknown": error(
        "Il n'y a pas de format `{name}` dans la bibliothèque.",
        "There is no format `{name}` in the library.",
        "Écrivez le nom d'un fichier de la bibliothèque, sans `.yaml`, ou placez ce fichier à côté de celui-ci.",
        "Write the name of a file of the library, without `.yaml`, or put that file beside this one.",
    ),
    "use-meant": error(
        "Il n'y a pas de format `{name}` dans la bibliothèque.",
        "There is no format `{name}` in the library.",
        "Vouliez-vous dire `{meant}` ?",
        "Did you mean `{meant}`?",
    ),
    "use-broken": error(
        "Le format `{name}` ne peut pas servir de bloc. À sa ligne {line} : {why}",
        "The format `{name}` cannot be used as a block. On its line {line}: {why}",
        "Corrigez d'abord `{name}.yaml`.",
        "Mend `{name}.yaml` first.",
    ),
    "use-twice": error(
        "Un bloc s'appelle déjà `{name}` (ligne {line}).",
        "A block is already called `{name}` (line {line}).",
        "Donnez à celui-ci un autre nom : `as: {name}_2`.",
        "Give this one another name: `as: {name}_2`.",
    ),
    "use-no-name": error(
        "Le format `{format}` n'a rien qui s'appelle `{name}` et que l'on puisse nommer ici.",
        "The format `{format}` has nothing called `{name}` that can be named here.",
        "Vouliez-vous dire : {choices} ?",
        "Did you mean: {choices}?",
    ),
    "use-people": error(
        "Le format `{name}` se joue de {fewest} à {most} personnes ; celui-ci en accepte d'autres nombres.",
        "The format `{name}` is for {fewest} to {most} people; this one accepts other numbers.",
        "Écrivez `participants: {{min: {fewest}, max: {most}}}`, ou restez entre ces nombres.",
        "Write `participants: {{min: {fewest}, max: {most}}}`, or stay between these numbers.",
    ),
    "use-consent": warning(
        "Le format `{name}` demande un accord avant d'entrer ; celui-ci n'en demande pas.",
        "The format `{name}` asks for consent before coming in; this one does not.",
        "Ajoutez `consent:` et dites-y ce que chacun accepte.",
        "Add `consent:` and say there what people agree to.",
    ),
}
