"""Remarks on how the file is written, before any meaning."""

from collections.abc import Mapping

from facilitation.formats.words.phrase import Phrase, error

SYNTAX: Mapping[str, Phrase] = {
    "too-big": error(
        "Le fichier pèse plus de {most} ko.",
        "The file is larger than {most} kB.",
        "Un format tient en quelques pages de texte. Vérifiez que c'est le bon fichier.",
        "A format is a few pages of text. Check that this is the right file.",
    ),
    "not-utf8": error(
        "À cet endroit, le fichier n'est pas écrit en UTF-8.",
        "At this place, the file is not written in UTF-8.",
        "Dans votre éditeur, choisissez « Enregistrer sous », puis l'encodage UTF-8.",
        "In your editor, choose “Save as”, then the encoding UTF-8.",
    ),
    "strange-character": error(
        "Un caractère invisible ({character}) se trouve ici.",
        "There is an invisible character ({character}) here.",
        "Effacez-le et retapez la ligne à la main.",
        "Delete it and type the line again by hand.",
    ),
    "empty-file": error(
        "Le fichier est vide.",
        "The file is empty.",
        "Copiez un format existant et modifiez-le : c'est le plus simple pour commencer.",
        "Copy an existing format and change it: the easiest way to begin.",
    ),
    "not-a-format": error(
        "Le fichier ne commence pas par des lignes `mot: valeur`.",
        "The file does not begin with lines of `word: value`.",
        "La première ligne devrait être `format: nom-du-format`.",
        "The first line should be `format: name-of-the-format`.",
    ),
    "several-documents": error(
        "Une ligne `---` ouvre ici un second document dans le même fichier.",
        "A line `---` opens a second document in the same file here.",
        "Un fichier contient un seul format. Effacez la ligne `---` et ce qui suit, ou faites-en un autre fichier.",
        "A file holds one format. Delete the line `---` and what follows, or make it another file.",
    ),
    "directive": error(
        "Le fichier commence par une ligne `%…`, qui n'a pas d'usage ici.",
        "The file begins with a line `%…`, which has no use here.",
        "Effacez cette ligne.",
        "Delete that line.",
    ),
    "alias": error(
        "`*{name}` renvoie à un autre endroit du fichier, ce qui n'est pas permis.",
        "`*{name}` points to another place of the file, which is not allowed.",
        "Réécrivez le contenu ici. Si l'étoile fait partie d'un texte, mettez le texte entre guillemets.",
        "Write the content again here. If the star is part of a text, put the text in quotes.",
    ),
    "anchor": error(
        "`&{name}` pose une étiquette cachée, ce qui n'est pas permis.",
        "`&{name}` sets a hidden label, which is not allowed.",
        "Effacez-la. Si le `&` fait partie d'un texte, mettez le texte entre guillemets.",
        "Delete it. If the `&` is part of a text, put the text in quotes.",
    ),
    "tag": error(
        "`{name}` est une consigne technique, ce qui n'est pas permis.",
        "`{name}` is a technical instruction, which is not allowed.",
        "Effacez-la. Si le point d'exclamation fait partie d'un texte, mettez le texte entre guillemets.",
        "Delete it. If the exclamation mark is part of a text, put the text in quotes.",
    ),
    "merge-key": error(
        "`<<` recopie un autre morceau du fichier, ce qui n'est pas permis.",
        "`<<` copies another piece of the file, which is not allowed.",
        "Réécrivez les lignes ici.",
        "Write the lines again here.",
    ),
    "duplicate-key": error(
        "`{key}` est écrit deux fois ; la première fois, ligne {line}.",
        "`{key}` is written twice; the first time on line {line}.",
        "Gardez une seule des deux lignes, ou donnez un autre nom à celle-ci.",
        "Keep only one of the two lines, or give this one another name.",
    ),
    "key-not-words": error(
        "Avant le deux-points, il faut un mot simple.",
        "Before the colon there must be a simple word.",
        "Écrivez `mot: valeur`.",
        "Write `word: value`.",
    ),
    "too-deep": error(
        "Il y a trop de niveaux les uns dans les autres (plus de {most}).",
        "Too many levels lie inside one another (more than {most}).",
        "Un format n'en demande jamais plus de dix. Vérifiez les crochets, les accolades et le retrait des lignes.",
        "A format never needs more than ten. Check brackets, braces and the indentation of the lines.",
    ),
    "too-many-nodes": error(
        "Le fichier contient plus de {most} éléments.",
        "The file holds more than {most} items.",
        "Un format en compte quelques centaines. Vérifiez que c'est le bon fichier.",
        "A format has a few hundred. Check that this is the right file.",
    ),
    "tab": error(
        "Une tabulation se trouve ici.",
        "There is a tab character here.",
        "Remplacez-la par des espaces : deux par niveau.",
        "Replace it with spaces: two per level.",
    ),
    "colon-in-text": error(
        "Un second deux-points sur cette ligne empêche de la lire.",
        "A second colon makes this line unreadable.",
        "Si le deux-points fait partie du texte, mettez le texte entre guillemets. Sinon, allez à la ligne.",
        "If the colon is part of the text, put the text in quotes. Otherwise, begin a new line.",
    ),
    "quote-open": error(
        "Un guillemet s'ouvre ici et ne se ferme pas comme il faut.",
        "A quotation mark opens here and does not close as it should.",
        'Fermez-le. Si le texte contient une apostrophe, entourez-le de guillemets doubles : "l\'idée".',
        'Close it. If the text holds an apostrophe, surround it with double quotes: "the group\'s idea".',
    ),
    "bad-escape": error(
        "Une barre `\\` dans un texte entre guillemets doubles a un sens spécial, et celle-ci n'en a pas.",
        "A backslash `\\` in double quotes has a special meaning, and this one has none.",
        "Doublez-la : `\\\\`.",
        "Double it: `\\\\`.",
    ),
    "bad-start": error(
        "Un texte ne peut pas commencer par ce signe.",
        "A text cannot begin with this sign.",
        "Mettez le texte entre guillemets.",
        "Put the text in quotes.",
    ),
    "braces-in-text": error(
        "Ce texte commence par une accolade `{{`, et la suite ne peut pas être lue.",
        "This text begins with a brace `{{`, and what follows cannot be read.",
        'Mettez tout le texte entre guillemets : "{{question}} …".',
        'Put the whole text in quotes: "{{question}} …".',
    ),
    "brace-open": error(
        "Une accolade s'ouvre ici et ne se ferme pas comme il faut.",
        "A brace opens here and does not close as it should.",
        "Ajoutez `}}`. Si un texte contient une virgule, un deux-points, une accolade ou un point d'interrogation, "
        "mettez ce texte entre guillemets.",
        "Add `}}`. If a text holds a comma, a colon, a brace or a question mark, put that text in quotes.",
    ),
    "bracket-open": error(
        "Un crochet s'ouvre ici et ne se ferme pas comme il faut.",
        "A bracket opens here and does not close as it should.",
        "Ajoutez `]`. Si un texte contient une virgule ou un crochet, mettez ce texte entre guillemets.",
        "Add `]`. If a text holds a comma or a bracket, put that text in quotes.",
    ),
    "no-colon": error(
        "Il manque un deux-points après un mot.",
        "A colon is missing after a word.",
        "Écrivez `mot: valeur`, avec une espace après le deux-points. Un long texte se met après `|`, en retrait.",
        "Write `word: value`, with a space after the colon. A long text goes after `|`, indented.",
    ),
    "indentation": error(
        "Le retrait de cette ligne ne correspond pas à celui des lignes voisines.",
        "The indentation of this line does not match its neighbours.",
        "Alignez-la avec les lignes de même niveau : deux espaces par niveau.",
        "Align it with the lines of the same level: two spaces per level.",
    ),
    "syntax": error(
        "Cette ligne, ou celle d'avant, ne peut pas être lue.",
        "This line, or the one before, cannot be read.",
        "Vérifiez le retrait, les deux-points et les guillemets. Dans le doute, mettez les textes entre guillemets.",
        "Check the indentation, the colons and the quotes. When in doubt, put texts in quotes.",
    ),
}
