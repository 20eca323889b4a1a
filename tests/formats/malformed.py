"""Broken format files: a name, the code that must be among the remarks, the line it must name, the text."""

from tests.formats.samples import SMALL, changed

Case = tuple[str, str, int, str | bytes]


def line_of(text: str, passage: str) -> int:
    """The line, from 1, on which a passage begins."""
    assert passage in text, passage
    return text[: text.index(passage)].count("\n") + 1


def broken(name: str, code: str, old: str, new: str, at: str | None = None, text: str = SMALL) -> Case:
    """The small format with a passage replaced; the remark must be on the line where `at` (or `new`) begins."""
    text = changed(old, new, text)
    return name, code, line_of(text, at if at is not None else new), text


BOMB = "a: &a [lol, lol]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)

DRAWN = changed("roles:\n", "treatments:\n  mood: {label: Mood, options: [calm, wild], per: person}\nroles:\n")
ROTATING = changed("  guests:", "  client: {label: Client, chosen by: rotation, optional: yes}\n  guests:")
DIVIDED = changed(
    "      number: {",
    "      both: {type: yes-no, label: Yes, answered by: group, asked of: calm}\n      number: {",
    DRAWN,
)
UNGROUPED = changed(
    "    groups: {size: 2}\n",
    "",
    changed(
        "    groups: {merge: write}\n",
        "    groups: everyone\n",
        changed("roles:\n", "treatments:\n  mood: {label: Mood, options: [calm, wild], per: group}\nroles:\n"),
    ),
)
PRIVATE = changed("  - stage: guess\n", "  - stage: guess\n    if: mood == 'calm'\n", DRAWN)

WRITING: tuple[Case, ...] = (
    ("empty", "empty-file", 1, ""),
    ("only a comment", "empty-file", 1, "# nothing\n"),
    ("only blanks", "empty-file", 1, "   \n\n"),
    ("a list", "not-a-format", 1, "- format\n- small\n"),
    ("a sentence", "not-a-format", 1, "This is not a format\n"),
    ("ten megabytes", "too-big", 1, b"a" * 10_000_000),
    ("not UTF-8", "not-utf8", 5, SMALL.replace("Petit", "Été").encode("latin-1")),
    ("UTF-16", "not-utf8", 1, SMALL.encode("utf-16")),
    ("zero byte", "strange-character", 5, SMALL.replace("Petit", "Pe\0tit")),
    ("text turned round", "strange-character", 5, SMALL.replace("Petit", "Pe\u202etit")),
    ("alias bomb", "anchor", 1, BOMB),
    ("a second document", "several-documents", line_of(SMALL, "examples:") + 5, SMALL + "---\nformat: other\n"),
    ("deep brackets", "too-deep", 1, "a: " + "[" * 5000),
    ("deep braces", "too-deep", 1, "a: " + "{a: " * 100 + "1" + "}" * 100),
    ("very many items", "too-many-nodes", 1, "a: [" + "1," * 30_000 + "1]"),
    ("a directive", "directive", 1, "%YAML 1.1\n---\n" + SMALL),
    broken("a star", "alias", "fr: Petit", "fr: *Petit*", "title:"),
    broken("an anchor", "anchor", "version: 1.0.0", "version: &v 1.0.0"),
    broken("a tag", "tag", "version: 1.0.0", "version: !!python/object:os.system 1.0.0"),
    broken("an exclamation", "bad-start", "en: Count.", "en: !Count.", "tell:"),
    broken("a merge", "merge-key", "  host: {", "  <<: {a: b}\n  host: {", "<<:"),
    broken("a key twice", "duplicate-key", "version: 1.0.0", "version: 1.0.0\nversion: 2.0.0", "version: 2.0.0"),
    broken(
        "a key twice, spelled otherwise",
        "duplicate-key",
        "    seen by: author\n    continue",
        "    seen by: author\n    seen_by: group\n    continue",
        "    seen_by: group",
    ),
    broken("a list as a key", "key-not-words", "version: 1.0.0", "? [a, b]\n: c"),
    broken("a tab", "tab", "    minutes: 2\n    groups: {size", "\tminutes: 2\n    groups: {size"),
    broken("two colons", "colon-in-text", "source: nobody, licence: CC0}", "source: nobody}\ntags: a: b", "tags:"),
    broken("an open quote", "quote-open", "title: {fr: Petit, en: Small}", 'title: "Petit'),
    broken("a quote inside braces", "brace-open", "fr: Un format court.", "fr: 'l'idée'", "summary"),
    broken("an unknown escape", "bad-escape", '"Votre écart est {gap}."', r'"\q"', "show:"),
    broken("an at sign", "bad-start", "licence: CC0", "licence: @me", "credits:"),
    broken("an open brace", "brace-open", "participants: {min: 2, max: 20}", "participants: {min: 2, max: 20"),
    broken("an open bracket", "bracket-open", "carry: {ideas: {marked: kept}}", "silent: [host"),
    broken("no colon", "no-colon", "version: 1.0.0\n", "version 1.0.0\n"),
    broken(
        "bad indentation",
        "indentation",
        "    minutes: 2\n    groups: {size",
        "      minutes: 2\n    groups: {size",
        "      minutes: 2",
    ),
    broken(
        "braces then words",
        "braces-in-text",
        "tell: {host: {fr: Comptez., en: Count.}}",
        "instruction: {dots} points",
        "instruction:",
    ),
    broken("a lone value in braces", "braces-value", "tell: {host: {fr: Comptez., en: Count.}}", "instruction: {dots}"),
    broken(
        "a question in braces", "braces-value", "label: {fr: Un nombre, en: A number}", "label: {Combien, à peu près?}"
    ),
    broken("a comma in a text", "language-unknown", "fr: Un format court.", "fr: Un format, court."),
    ("a huge escape", "syntax", 1, 'a: "\\UFFFFFFFF"\n'),
)

WORDS: tuple[Case, ...] = (
    broken("a misspelt key", "key-meant", "participants:", "participant:"),
    broken(
        "a misspelt key in a stage",
        "key-meant",
        "    minutes: 2\n    groups: {size",
        "    minuts: 2\n    groups: {size",
        "minuts",
    ),
    broken("a misspelt key in a board", "key-meant", "prompt:", "promt:"),
    broken("an unknown key", "key-unknown", "version: 1.0.0", "version: 1.0.0\nxyzzyq: 3", "xyzzyq"),
    broken("a key out of place", "key-elsewhere", "version: 1.0.0", "version: 1.0.0\ndots: 3", "dots: 3"),
    broken("no title", "missing-key", "title: {fr: Petit, en: Small}\n", "", "format:"),
    broken("no run", "missing-key", "run:\n", "tags:\n", "format:"),
    broken("no stages", "empty-list", "run:\n  - stage: write", "run: []\nxx:\n  - stage: write", "run: []"),
    broken("nothing after a key", "empty", "version: 1.0.0", "version:"),
    broken("nothing in a text", "empty", "fr: Petit", 'fr: ""', "title:"),
    broken("a list for a text", "wrong-type", "title: {fr: Petit, en: Small}", "title: [Petit]"),
    broken(
        "a list for a number",
        "wrong-type",
        "    minutes: 2\n    groups: {size",
        "    minutes: [2]\n    groups: {size",
        "minutes: [2]",
    ),
    broken("keys for a text", "text-as-keys", "title: {fr: Petit, en: Small}", "title:\n  Petit: un format", "  Petit"),
    broken("no French", "no-fr", "title: {fr: Petit, en: Small}", "title: {en: Small}"),
    broken("no English", "no-en", "title: {fr: Petit, en: Small}", "title: {fr: Petit}"),
    broken(
        "a third language",
        "language-unknown",
        "title: {fr: Petit, en: Small}",
        "title: {fr: Petit, en: Small, de: Klein}",
    ),
    broken("a very long text", "too-long", "fr: Petit", f"fr: {'a' * 9000}", "title:"),
    broken("an accent in a name", "bad-name", "      number: {type", "      numéro: {type"),
    broken("a space in a name", "bad-name", "      number: {type", "      the number: {type"),
    broken("a reserved name", "reserved-name", "      number: {type", "      sum: {type"),
    broken("a space in an identifier", "bad-slug", "format: small", "format: My Format"),
    broken("a short version", "bad-version", "version: 1.0.0", "version: 1.10"),
    broken("words for a number", "not-whole", "min: 2, max: 20", "min: two, max: 20"),
    broken("a decimal head-count", "not-whole", "min: 2, max: 20", "min: 2.5, max: 20"),
    broken("a time of day", "not-whole", "min: 2, max: 20", "min: 12:30, max: 20"),
    broken("too many people", "out-of-range", "min: 2, max: 20", "min: 2, max: 99999"),
    broken("a version yet to come", "language-newer", "language: 1", "language: 2"),
    broken("an old version", "language-older", "language: 1", "language: 0"),
    broken(
        "a word of an old version",
        "key-old",
        "      seen by: author\n      marks",
        "      options seen by: author\n      marks",
    ),
    broken("words for a limit", "not-number", "min: 1, max: 9", "min: few, max: 9"),
    broken("a decimal comma", "decimal-comma", "min: 1, max: 9", 'min: "1,5", max: 9'),
    broken("neither yes nor no", "not-truth", "refused: yes", "refused: maybe"),
    broken("a misspelt kind", "choice-meant", "kind: seminar-activity", "kind: seminar-activty"),
    broken("an unknown kind", "choice-unknown", "kind: seminar-activity", "kind: karaoke"),
    broken("a misspelt type", "choice-meant", "type: whole number", "type: hole number"),
    broken(
        "two durations",
        "minutes-range",
        "    minutes: 2\n    groups: {size",
        "    minutes: 5-10\n    groups: {size",
        "minutes: 5-10",
    ),
    broken(
        "a unit",
        "minutes-unit",
        "    minutes: 2\n    groups: {size",
        "    minutes: 2 min\n    groups: {size",
        "minutes: 2 min",
    ),
    broken("neither stage nor repeat", "no-kind", "  - stage: vote", "  - xyz: vote"),
    broken(
        "a text for a list",
        "not-list",
        "document:\n  - section",
        "document: idées\nxx:\n  - section",
        "document: idées",
    ),
    broken("a text for names", "not-names", "tell: {host: {fr: Comptez., en: Count.}}", "tell: Comptez."),
    broken("two ways to group", "one-of", "groups: {size: 2}", "groups: {size: 2, merge: write}"),
    broken("no way to group", "one-of", "groups: {size: 2}", "groups: {keep: session}"),
    broken("a key without its other", "goes-with", "groups: {size: 2}", "groups: {size: 2, by: 3}"),
    broken(
        "until without then",
        "goes-with",
        "    seen by: author\n    continue",
        "    seen by: {until: stage ends}\n    continue",
        "seen by: {until",
    ),
    broken("a choice without options", "needs", "type: whole number", "type: choice"),
    broken("options for a number", "not-for", "min: 0, max: 100", "options: [a, b]"),
    broken("limits upside down", "upside-down", "min: 0, max: 100", "min: 100, max: 0"),
    broken("a default outside", "default-outside", "default: 3, min: 1, max: 9", "default: 10, min: 1, max: 9"),
    broken("another file name", "name-not-file", "format: small", "format: large"),
    broken("an item twice", "twice-in-list", "min: 0, max: 100", "options: [a, a]"),
)

NAMES: tuple[Case, ...] = (
    broken(
        "asked and silent",
        "silent-asked",
        "    board: {name: ideas, written by: nobody",
        "    silent: host\n    board: {name: ideas, written by: host",
        "    board: {name: ideas, written by: host",
    ),
    broken(
        "turns of no role",
        "reference-meant",
        "groups: {merge: write}",
        "groups: {merge: write}\n    turns: {first: hst}",
        "    turns:",
    ),
    broken(
        "a turn ends without time",
        "goes-with",
        "groups: {merge: write}",
        "groups: {merge: write}\n    turns: {when time is up: wait}",
        "    turns:",
    ),
    broken(
        "the silent speak",
        "silent-asked",
        "    groups: everyone\n",
        "    groups: everyone\n    silent: guests\n    turns: {who: guests}\n",
        "    turns:",
    ),
    broken(
        "nothing for the speaker to write",
        "nothing-written",
        "  - stage: vote\n",
        "  - stage: talk\n    turns: {only the speaker writes: yes}\n  - stage: vote\n",
        "    turns:",
    ),
    broken(
        "turns in no groups",
        "needs-groups",
        "  - stage: vote\n",
        "  - stage: talk\n    turns: {in: groups}\n  - stage: vote\n",
        "    turns:",
    ),
    broken("cards nobody has read", "cards-unread", "groups: {merge: write}", "groups: {cards of: ideas}"),
    broken("cards of no board", "reference-meant", "groups: {merge: write}", "groups: {cards of: idea}"),
    broken(
        "cards of no column", "choice-unknown", "    groups: everyone\n", "    groups: {cards of: ideas, column: x}\n"
    ),
    broken("a host without cards", "goes-with", "groups: {merge: write}", "groups: {size: 2, hosted by: host}"),
    broken("moving where nobody chose", "goes-with", "groups: {merge: write}", "groups: {size: 2, move: freely}"),
    broken("chosen and drawn", "goes-with", "groups: {merge: write}", "groups: {among: [a, b], form: rotating}"),
    broken(
        "one variant",
        "variants-few",
        "roles:\n",
        "treatments:\n  mood: {label: Mood, options: [calm]}\nroles:\n",
        "  mood:",
    ),
    broken(
        "a variant for groups that change",
        "groups-change",
        "roles:\n",
        "treatments:\n  mood: {label: Mood, options: [calm, wild], per: group}\nroles:\n",
        "    groups: {size: 2}",
    ),
    (
        "a variant for groups that are never made",
        "groups-none",
        line_of(UNGROUPED, "  mood:"),
        UNGROUPED,
    ),
    ("a shared answer, divided", "variant-divides", line_of(DIVIDED, "      both:"), DIVIDED),
    ("a variant decides for all", "needs-pooling", line_of(PRIVATE, "    if: mood"), PRIVATE),
    broken(
        "a range upside down",
        "range-upside-down",
        "    minutes: 2\n    groups: {merge",
        "    minutes: 10 to 5\n    groups: {merge",
        "    minutes: 10",
    ),
    broken("continue when never", "choice-unknown", "continue when: everyone answered", "continue when: never"),
    broken(
        "a condition on a private answer",
        "needs-pooling",
        "continue when: everyone answered",
        "continue when: number > 3",
    ),
    broken(
        "no volunteers asked for",
        "role-not-by-vote",
        "    vote: {of: ideas, dots: dots}\n",
        "    vote: {of: ideas, dots: dots}\n    assign: {host: volunteers}\n",
        "    assign:",
    ),
    broken("a neighbour without a place", "neighbour-needs-ring", "gap: most - number", "gap: most - left.number"),
    broken("merge of no stage", "reference-meant", "groups: {merge: write}", "groups: {merge: wite}"),
    broken("merge of a later stage", "reference-forward", "groups: {merge: write}", "groups: {merge: vote}"),
    broken("merge of no groups", "no-groups", "groups: {size: 2}", "groups: alone", "groups: {merge"),
    broken("no such board", "reference-unknown", "vote: {of: ideas", "vote: {of: zzz"),
    broken("a misspelt board", "reference-meant", "vote: {of: ideas", "vote: {of: idea"),
    broken("no such role", "reference-unknown", "by: host}}", "by: wizard}}", "marks:"),
    broken("a role before its vote", "role-early", "en: Host}, count: 1}", "en: Host}, chosen by: vote}", "by: host"),
    broken("a misspelt role", "reference-meant", "tell: {host:", "tell: {hots:"),
    broken(
        "no such audience",
        "reference-unknown",
        "    seen by: author\n    continue",
        "    seen by: zebra\n    continue",
        "seen by: zebra",
    ),
    broken("no such stage in the document", "reference-meant", "votes: vote", "votes: vot"),
    broken("no vote in that stage", "no-vote-there", "votes: vote", "votes: write"),
    broken("no such board in the document", "reference-unknown", "from: vote.ideas", "from: vote.zzz", "list:"),
    broken("no such answers", "reference-unknown", "votes: vote", "answers: zzz"),
    broken("no such question", "reference-unknown", "continue when: everyone answered", "if no answer: {zzz: 0}"),
    broken(
        "a choice replaced by a number",
        "no-answer-kind",
        "    ask:\n",
        "    if no answer: {open: 0}\n    ask:\n      open: {type: long text, label: Dites. Pas de noms.}\n",
        "    if no answer",
    ),
    broken(
        "a later question",
        "reference-forward",
        "minutes: 2\n    groups: {size",
        "keep in view: number\n    groups: {size",
        "keep in view",
    ),
    broken(
        "kept but private", "private-kept", "tell: {host:", "keep in view: number\n    tell: {host:", "keep in view"
    ),
    broken("no such name in a formula", "formula-name-meant", "gap: most - number", "gap: most - numbr"),
    broken("nothing like it in a formula", "formula-name-unknown", "gap: most - number", "gap: most - zzz"),
    broken("no such setting", "formula-name-meant", "dots: dots}", "dots: dot}"),
    broken(
        "no such name in a text", "formula-name-meant", '"Votre écart est {gap}."', '"Votre écart est {gab}."', "show:"
    ),
    broken(
        "a later value in a text",
        "reference-forward",
        "    minutes: 2\n    groups: {size",
        '    show: "{gap}"\n    groups: {size',
        "show:",
    ),
    broken("a value where none is filled", "values-not-here", "fr: Un nombre", 'fr: "{dots}"', "number:"),
    broken(
        "a personal value for all",
        "value-personal",
        "tell: {host:",
        'instruction: "{gap}"\n    tell: {host:',
        "instruction",
    ),
    broken("languages that differ", "values-differ", '"Your gap is {gap}."', '"Your gap."', "show:"),
    broken("a formula that is not one", "formula-wrong", "gap: most - number", "gap: most - - * number"),
    broken("a formula with an unknown function", "formula-wrong", "max(number)", "biggest(number)"),
    broken("a formula that reaches out", "formula-wrong", "max(number)", "__import__('os').system('x')"),
    broken("a formula with a text", "formula-words", "gap: most - number", "gap: most - question"),
    broken("a chart of one person", "needs-pooling", "value: average(number)", "value: number"),
    broken("a chart of one group", "needs-pooling", "value: average(number)", "value: most"),
    broken("a person inside a group", "needs-pooling", "max(number)", "number + 1"),
    broken("a set without a sum", "set-alone", "gap: most - number", "gap: most - others.number"),
    broken("no ranking", "not-listed", "gap: most - number", "gap: 'place_of(number, \"ten\")'"),
    broken("values that wait", "values-in-circle", "{most: max(number)}", "{most: max(gap)}"),
    broken("a value of itself", "values-in-circle", "{most: max(number)}", "{most: most + 1}"),
    broken("an unknown set", "set-unknown", "max(number)", "max(strangers.number)"),
    broken(
        "a loop from answers",
        "only-settings",
        "  - stage: vote\n",
        "  - repeat: sum(number)\n    stages: [{stage: again}]\n  - stage: vote\n",
        "repeat",
    ),
    broken(
        "a stage twice",
        "stage-twice",
        "  - stage: vote\n    title",
        "  - stage: write\n    title: x\n    titles",
        "  - stage: write\n    title: x",
    ),
    broken(
        "scores of no vote",
        "never-voted",
        'prompt: {fr: "{question} Pas de noms.",',
        'scores: shown\n      prompt: {fr: "{question} Pas de noms.",',
        "shown",
    ),
    broken("dots and scores", "one-of", "dots: dots}", "dots: dots, rate to: 5}", "{of"),
    broken("a scale without its end", "goes-with", "dots: dots}", "dots: dots, rate from: 1}", "rate from: 1"),
    broken(
        "a column never opened",
        "choice-unknown",
        "      seen by: author\n      marks",
        "      open columns: [later]\n      seen by: author\n      marks",
        "later",
    ),
    broken(
        "dealt to more than there are",
        "deal-short",
        "carry: {ideas: {marked: kept}}\n    board: {name: ideas, written by: nobody, seen by: everyone}",
        "carry: {ideas: {deal: 2}}\n    board: {name: ideas, written by: nobody, seen by: author}",
        "    carry: {ideas: {deal",
    ),
    broken(
        "a role that cannot pass on",
        "role-not-in-turn",
        "  - stage: guess\n",
        "  - repeat: {for each: member, as: host}\n    stages:\n"
        "      - {stage: turn, groups: {same as: write}}\n  - stage: guess\n",
        "- repeat: {for",
    ),
    broken(
        "a role that is never passed on",
        "role-never-passed",
        "en: Host}, count: 1",
        "en: Host}, chosen by: rotation",
        "rotation",
    ),
    broken(
        "members who move",
        "members-move",
        "  - stage: guess\n",
        "  - repeat: {for each: member, as: host}\n    stages:\n"
        "      - {stage: turn, groups: {size: 2}}\n  - stage: guess\n",
        "{stage: turn",
    ),
    broken(
        "for each, as nobody",
        "goes-with",
        "  - stage: guess\n",
        "  - repeat: {for each: member}\n    stages:\n"
        "      - {stage: turn, groups: {same as: write}}\n  - stage: guess\n",
        "member}",
    ),
    broken(
        "partners by an unasked question",
        "goes-with",
        "groups: {size: 2}\n",
        "groups: {size: 2, form: same answer}\n",
        "same answer",
    ),
    broken(
        "someone stays where nobody moves",
        "goes-with",
        "groups: {size: 2}\n",
        "groups: {size: 2, stays: host}\n",
        "{size: 2, stays",
    ),
    broken(
        "partners meet again",
        "partners-again",
        "  - stage: guess\n",
        "  - repeat: 3\n    stages:\n      - {stage: meet, groups: {size: 2, form: new partners}}\n  - stage: guess\n",
        "{size: 2, form",
    ),
    broken(
        "tables seen again",
        "tables-again",
        "  - stage: guess\n",
        "  - repeat: 3\n    stages:\n      - {stage: meet, groups: {size: 4, form: rotating}}\n  - stage: guess\n",
        "{size: 4, form",
    ),
    broken(
        "a total of private answers",
        "total-tells",
        "    compute:\n      for each group",
        "    chart: {type: total, value: sum(number), title: Total}\n    compute:\n      for each group",
        "sum(number)",
    ),
    broken(
        "a total of anonymous answers",
        "total-tells",
        "min: 0, max: 100}\n    seen by: author\n",
        "min: 0, max: 100, anonymous: yes}\n    seen by: group\n"
        "    chart: {type: total, value: sum(number), by: group, title: Total}\n",
        "sum(number)",
    ),
    broken(
        "a total of values worked out at the end",
        "total-late",
        "    compute:\n      for each group",
        "    chart: {type: total, value: most, by: group, title: Total}\n    compute:\n      for each group",
        "most, by",
    ),
    broken("bars with a target", "goes-with", "{type: bars, value", "{target: 3, type: bars, value", "3, type"),
    broken("a total by round", "goes-with", "{type: bars, value", "{by: round, type: total, value", "round, type"),
    broken(
        "a total by group where there is none",
        "needs-groups",
        "    groups: {merge: write}\n    ask:",
        "    chart: {type: total, value: sum(number), by: group, title: Total}\n    ask:",
        "group, title",
    ),
    broken(
        "groups by what a group has",
        "value-of-each",
        "    groups: everyone\n    tell",
        "    groups: {size: 3, form: same answer, answer: most}\n    tell",
        "most}",
    ),
    broken(
        "a value kept in view",
        "reference-other",
        "    groups: everyone\n    tell",
        "    groups: everyone\n    keep in view: gap\n    tell",
        "gap\n    tell",
    ),
    broken(
        "answers of a group kept in view of others",
        "private-kept",
        "    groups: everyone\n    tell",
        "    groups: everyone\n    keep in view: number\n    tell",
        "number\n    tell",
        text=changed("    seen by: author\n    continue", "    seen by: group\n    continue"),
    ),
    broken(
        "a hand of cards merged",
        "idle",
        "carry: {ideas: {marked: kept}}",
        "carry: {ideas: {deal: 1, merged: yes}}",
        "yes}}",
    ),
    broken(
        "a matrix of a hundred columns",
        "picture-range",
        "    vote: {of: ideas, dots: dots}\n    chart: {type: bars, value: average(number)",
        "    ask: {worth: {type: whole number, label: Worth, for each: card, of: ideas, min: 0, max: 99}}\n"
        "    seen by: totals\n    vote: {of: ideas, dots: dots}\n    chart: {type: matrix, of: worth",
        "worth, title",
    ),
    broken(
        "names shown to all",
        "person-private",
        "    seen by: author\n    continue",
        "    seen by: group\n    continue",
        "      who",
        text=changed("      number: {", "      who: {type: person, label: Who}\n      number: {"),
    ),
    broken(
        "a role named in a number",
        "not-of-people",
        "    seen by: author\n    continue",
        "    assign: {host: {most named: number}}\n    seen by: author\n    continue",
        "    assign",
    ),
    broken(
        "a handout kept back",
        "handout-kept",
        "roles:\n",
        "handouts:\n  brief: {title: Brief, text: Read this.}\nroles:\n",
        "  brief",
    ),
    broken(
        "a handout that is none",
        "reference-meant",
        "    groups: everyone\n    tell",
        "    groups: everyone\n    hand out: breif\n    tell",
        "breif",
        text=changed(
            "    groups: {size: 2}\n",
            "    groups: {size: 2}\n    hand out: brief\n",
            changed("roles:\n", "handouts:\n  brief: {title: Brief, text: Read this.}\nroles:\n"),
        ),
    ),
    broken(
        "nothing to hand out", "handout-empty", "roles:\n", "handouts:\n  brief: {title: Brief}\nroles:\n", "  brief"
    ),
    broken(
        "a row too short",
        "row-width",
        "roles:\n",
        "handouts:\n  brief: {title: Brief, columns: [A, B], rows: [[1, 2], [3]]}\nroles:\n",
        "  brief",
    ),
    broken(
        "rows without columns",
        "goes-with",
        "roles:\n",
        "handouts:\n  brief: {title: Brief, rows: [[1, 2]]}\nroles:\n",
        "  brief",
    ),
    broken(
        "groups that decide, and change",
        "groups-must-last",
        "    groups: everyone\n    tell",
        "    if: most > 3\n    groups: {size: 3}\n    tell",
        "    if: most",
    ),
    broken(
        "each person for themselves",
        "needs-pooling",
        "    groups: everyone\n    tell",
        "    if: gap > 3\n    groups: everyone\n    tell",
        "    if: gap",
    ),
    broken(
        "groups that decide, and change",
        "groups-must-last",
        "    groups: everyone\n    tell",
        "    if: most > 3\n    groups: {size: 3}\n    tell",
        "most > 3",
    ),
    broken(
        "each person for themselves",
        "needs-pooling",
        "    groups: everyone\n    tell",
        "    if: gap > 3\n    groups: everyone\n    tell",
        "gap > 3",
    ),
    broken(
        "a choice of words summed",
        "choice-no-number",
        "    compute:\n      for each group: {most: max(number)}\n",
        "      mood: {type: choice, label: Mood, options: [calm, wild]}\n    compute:\n"
        "      for each group: {most: max(number), moods: sum(mood)}\n",
        "{most: max(number), moods",
        text=changed("    seen by: author\n    continue when: everyone answered\n", "", SMALL),
    ),
    broken(
        "a ranking of numbers",
        "not-for",
        "      number: {",
        "      order: {type: ranking, label: Order, options: {a: {label: A, worth: 1}, b: B}}\n      number: {",
        "      order:",
    ),
    broken(
        "an option worth an answer",
        "only-settings",
        "      number: {",
        "      pick: {type: choice, label: Pick, options: {a: {label: A, worth: group.size}, b: B}}\n      number: {",
        "      pick:",
    ),
    broken(
        "values of groups where there are none",
        "needs-groups",
        "    groups: {merge: write}\n    ask",
        "    ask",
        "      for each group: {most",
    ),
    broken("a name taken", "name-taken", "{gap: most - number}", "{number: most}"),
    broken("cards nobody chose", "never-chosen", "carry: {ideas: {marked: kept}}", "carry: {ideas: chosen}"),
    broken("cards nobody voted on", "never-voted", "carry: {ideas: {marked: kept}}", "carry: {ideas: {top: 2}}"),
    broken("cards no vote kept", "never-levelled", "carry: {ideas: {marked: kept}}", "carry: {ideas: kept}"),
    broken(
        "a vote in two ways", "one-of", "vote: {of: ideas, dots: dots}", "vote: {of: ideas, dots: dots, with: thumbs}"
    ),
    broken("an unknown way to vote", "choice-meant", "vote: {of: ideas, dots: dots}", "vote: {of: ideas, with: thumb}"),
    broken(
        "levels do not put cards in order",
        "never-voted",
        "vote: {of: ideas, dots: dots}",
        "vote: {of: ideas, with: consent}",
        "list:",
    ),
    broken("the card of no loop", "goes-with", "carry: {ideas: {marked: kept}}", "carry: {ideas: this card}"),
    broken(
        "objections that nobody could make",
        "never-levelled",
        'show: {fr: "Votre écart est {gap}.", en: "Your gap is {gap}."}',
        'show: "{objections(ideas)}"',
    ),
    broken(
        "objections to a board that is none",
        "reference-unknown",
        'show: {fr: "Votre écart est {gap}.", en: "Your gap is {gap}."}',
        'show: "{objections(zebra)}"',
    ),
    broken(
        "a loop over the cards of no board",
        "goes-with",
        "  - stage: guess\n",
        "  - repeat: {for each: card}\n    stages: [{stage: one}]\n  - stage: guess\n",
        "  - repeat: {for each",
    ),
    broken(
        "a loop over cards, as someone",
        "goes-with",
        "  - stage: guess\n",
        "  - repeat: {for each: card, of: ideas, as: host}\n    stages: [{stage: one}]\n  - stage: guess\n",
        "  - repeat: {for each",
    ),
    broken(
        "comments by nobody known",
        "reference-unknown",
        "      seen by: author\n      marks",
        "      seen by: author\n      comments by: strangers\n      marks",
        "      comments by",
    ),
    broken(
        "totals of cards",
        "totals-of-words",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: totals}",
    ),
    broken(
        "totals of words",
        "totals-of-words",
        "min: 0, max: 100}\n    seen by: author\n",
        "min: 0, max: 100}\n      why: {type: short text, label: No names}\n    seen by: totals\n",
        "      why",
    ),
    broken(
        "lists merged where not all read them",
        "merged-apart",
        "carry: {ideas: {marked: kept}}\n    board: {name: ideas, written by: nobody, seen by: everyone}",
        "carry: {ideas: merged}\n    board: {name: ideas, written by: nobody, seen by: group}",
        "carry: {ideas: merged}",
    ),
    broken("items of no question", "goes-with", "min: 0, max: 100}", "min: 0, max: 100, items: [a, b]}"),
    broken("no items to ask about", "goes-with", "min: 0, max: 100}", "min: 0, max: 100, for each: item}"),
    broken(
        "a value for each card of no board",
        "not-in-stage",
        "min: 0, max: 100}",
        "min: 0, max: 100, for each: card, of: ideas}",
    ),
    broken(
        "a choice for each item",
        "not-for",
        "{type: whole number, label",
        "{type: choice, for each: item, items: [a, b], options: [c, d], label",
    ),
    broken(
        "one item of a question without items", "not-items", "{gap: most - number}", '{gap: "answer_for(number, 1)"}'
    ),
    broken(
        "a limit by what others answer now",
        "beside-pooled",
        "min: 0, max: 100}",
        "min: 0, max: 100}\n      more: {type: number, label: {fr: Plus, en: More}, max: sum(number)}",
        "      more",
    ),
    broken(
        "placing without a map",
        "goes-with",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, placed by: group}",
    ),
    broken(
        "a map with one axis",
        "missing-key",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, map: {across: {low: Easy, high: Hard}}}",
    ),
    broken(
        "a countdown without a vote",
        "never-voted",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, reveal: countdown}",
    ),
    broken(
        "column by column without columns",
        "goes-with",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, reveal: column by column}",
    ),
    broken(
        "a column of no board",
        "choice-unknown",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, columns written by: {risks: host}}",
    ),
    broken(
        "sifted by nobody known",
        "reference-unknown",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, sifted by: strangers}",
    ),
    broken(
        "by itself, without a timer",
        "goes-with",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, reveal: {how: by author, seconds each: 9}}",
    ),
    broken(
        "by itself, all at once",
        "idle",
        "    groups: everyone\n    tell: {host: {fr: Comptez., en: Count.}}\n",
        "    groups: everyone\n    minutes: 3\n",
        "    board: {name: ideas, written",
        changed(
            "board: {name: ideas, written by: nobody, seen by: everyone}",
            "board: {name: ideas, written by: nobody, seen by: everyone, reveal: {how: at once, seconds each: 9}}",
        ),
    ),
    broken(
        "too fast to be read",
        "limit-wrong",
        "    groups: everyone\n",
        "    groups: everyone\n    minutes: 3\n",
        "    board: {name: ideas, written",
        changed(
            "board: {name: ideas, written by: nobody, seen by: everyone}",
            "board: {name: ideas, written by: nobody, seen by: everyone, reveal: {how: by author, seconds each: 0}}",
        ),
    ),
    broken(
        "cards of no group",
        "needs-groups",
        "  - stage: guess\n",
        "  - stage: more\n    board: {name: more, prompt: No names, per group: 3, seen by: group}\n  - stage: guess\n",
        "    board: {name: more",
    ),
    broken("a mark nobody puts", "mark-unknown", "{marked: kept}", "{marked: keep}"),
    broken(
        "a board not shown",
        "not-in-stage",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: other, seen by: everyone}",
        "carry",
    ),
    broken(
        "narrower later",
        "narrower",
        "    seen by: author\n    continue",
        "    seen by: {first: everyone, until: stage ends, then: author}\n    continue",
        "seen by: {first",
    ),
    broken(
        "a vote that gives no role", "role-never-given", "en: Host}, count: 1}", "en: Host}, chosen by: vote}", "host:"
    ),
    broken(
        "a role given without a vote",
        "role-not-by-vote",
        "vote: {of: ideas, dots: dots}",
        "vote: {of: ideas, dots: dots}\n    assign: {host: {author of top: ideas}}",
        "assign",
    ),
    broken(
        "two roles for the others",
        "two-everyone-else",
        "roles:\n",
        "roles:\n  crowd: {label: Crowd, chosen by: everyone else}\n",
        "  guests",
    ),
    broken(
        "group without groups",
        "needs-groups",
        "    groups: {size: 2}\n    board:",
        "    choose: {from: ideas, by: group, how many: 1}\n    board:",
        "choose",
    ),
    broken(
        "nothing to wait for",
        "nothing-awaited",
        "  - stage: vote\n",
        "  - stage: pause\n    continue when: everyone answered\n  - stage: vote\n",
        "    continue when: everyone answered\n  - stage: vote",
    ),
    broken(
        "a promise about nothing",
        "reference-unknown",
        "document:\n",
        "document:\n  - section: Rien\n    leave out: zzzz\n",
        "    leave out: zzzz",
    ),
    broken("an empty section", "section-empty", "document:\n", "document:\n  - section: Rien\n", "  - section: Rien"),
    broken("a list of numbers", "not-listable", "list: {from: vote.ideas, order: votes}", "list: number"),
)

IDLE: tuple[Case, ...] = (
    broken(
        "a count of the others", "idle", "chosen by: everyone else}", "chosen by: everyone else, count: 3}", "  guests:"
    ),
    broken(
        "limits of a text setting",
        "not-for",
        "type: text, default: What next}",
        "type: text, default: What next, max: 3}",
        "  question:",
    ),
    broken(
        "two ends of a loop for members",
        "idle",
        "  - stage: guess\n",
        "  - repeat: {for each: member, as: client, chance: 1/2}\n    stages:\n"
        "      - {stage: turn, groups: {same as: write}}\n  - stage: guess\n",
        "  - repeat: {for each",
        ROTATING,
    ),
    broken("late, all together", "idle", "groups: {merge: write}", "groups: {how: everyone, latecomers: observe}"),
    broken("late, as before", "idle", "groups: {merge: write}", "groups: {same as: write, latecomers: observe}"),
    broken("late where one chooses", "idle", "groups: {merge: write}", "groups: {among: [a, b], latecomers: observe}"),
    broken(
        "left over among the like-minded",
        "idle",
        "    groups: everyone\n",
        "    groups: {size: 2, form: same answer, answer: number, leftover: make groups larger}\n",
    ),
    broken("at most where chance deals", "goes-with", "groups: {merge: write}", "groups: {size: 4, at most: 5}"),
    broken(
        "moving between drawn groups", "move-drawn", "groups: {merge: write}", "groups: {same as: write, move: freely}"
    ),
    broken("a name for items", "goes-with", "min: 0, max: 100}", "for each: item, items: [a, b], shown as: Whose}"),
    broken(
        "a board twice",
        "board-twice",
        "    board: {name: ideas, written by: nobody, seen by: everyone}\n",
        "    board: [{name: ideas, written by: nobody, seen by: everyone},\n      {name: ideas, seen by: group}]\n",
        "      {name: ideas, seen by: group}",
    ),
    broken(
        "a group's role in no group",
        "needs-groups",
        "  - stage: guess\n",
        "  - stage: raise\n    assign: {scribe: volunteers}\n  - stage: guess\n",
        "    assign:",
        changed("  guests:", "  scribe: {label: Scribe, chosen by: volunteers, per: group, optional: yes}\n  guests:"),
    ),
    broken(
        "a limit where nobody writes",
        "idle",
        "board: {name: ideas, written by: nobody,",
        "board: {name: ideas, per person: 2, written by: nobody,",
    ),
    broken(
        "little by little, to nobody",
        "idle",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: author, reveal: by author}",
    ),
    broken(
        "comments of the silent",
        "silent-asked",
        "    board: {name: ideas, written by: nobody,",
        "    silent: guests\n    board: {name: ideas, comments by: guests, written by: nobody,",
        "    board: {name: ideas, comments",
    ),
    broken(
        "placed by no group",
        "needs-groups",
        "  - stage: guess\n",
        "  - stage: look\n    board: {name: ideas, written by: nobody, seen by: everyone, placed by: group,\n"
        "      map: {across: {low: a, high: b}, up: {low: c, high: d}}}\n  - stage: guess\n",
        "    board: {name: ideas, written by: nobody, seen by: everyone, placed",
    ),
    broken("dealt out before everyone", "idle", "carry: {ideas: {marked: kept}}", "carry: {ideas: {deal: 1}}"),
    broken(
        "first to speak where nobody is next",
        "idle",
        "groups: {merge: write}",
        "groups: {merge: write}\n    turns: {order: facilitator, first: host}",
        "    turns:",
    ),
    broken(
        "first to speak without a turn",
        "idle",
        "groups: {merge: write}",
        "groups: {merge: write}\n    turns: {who: guests, first: host}",
        "    turns:",
    ),
    broken(
        "a question listed like a board",
        "idle",
        "list: {from: vote.ideas, order: votes}",
        "list: {from: open, order: votes}",
        text=changed("    ask:\n", "    ask:\n      open: {type: long text, label: Dites. Pas de noms.}\n"),
    ),
)

SHOW = 'show: {fr: "Votre écart est {gap}.", en: "Your gap is {gap}."}'
COPIED = changed(SHOW, 'show: "{copied}"', changed("max(number)}", "max(number), copied: host.number * 2}"))
LEFT = changed(SHOW, 'show: "{host.left}"', changed("{gap: most - number}", "{gap: most, left: 100 - number}"))
TOLD = changed(
    SHOW,
    'instruction: "{told}"',
    changed("    compute:\n", "    compute:\n      for the session: {told: sum(host.number)}\n"),
)
NAMED = changed(
    "  - stage: vote\n",
    "  - stage: thank\n    groups: {size: 3}\n    ask:\n"
    "      thanks: {type: whole number, for each: other member, label: Thanks, shown as: '{left}'}\n  - stage: vote\n",
    changed("{gap: most - number}", "{gap: most, left: 100 - number}"),
)
OF_HOST = changed("{type: whole number, label", "{type: whole number, asked of: host, label")
ANONYMOUS = changed("min: 0, max: 100}", "min: 0, max: 100, anonymous: yes}")

MERGE = "    groups: {merge: write}\n"
FOR_HOST = changed(MERGE, "    for: host\n")

FOR_ALL = DRAWN.replace("per: person}", "per: session}")

SOME: tuple[Case, ...] = (
    broken("for nobody known", "reference-meant", MERGE, "    for: hst\n"),
    broken("for all or nobody", "goes-with", MERGE, "    for: calm\n", text=FOR_ALL),
    broken(
        "for some, put together anew",
        "goes-with",
        "    for: host\n",
        "    for: host\n    groups: {size: 2}\n",
        "    groups: {size: 2}\n    ask",
        FOR_HOST,
    ),
    broken(
        "for some, in plain words",
        "idle",
        "    for: host\n",
        "    for: host\n    in plain words: Write\n",
        "    in plain",
        FOR_HOST,
    ),
    broken(
        "for some, asked of others", "idle", "min: 0, max: 100}", "min: 0, max: 100, asked of: guests}", text=FOR_HOST
    ),
)

FLOWS: tuple[Case, ...] = (
    broken("one person pooled in a text", "private-pooled", SHOW, 'show: "{sum(host.number)}"'),
    broken("one person asked, pooled", "private-pooled", SHOW, 'show: "{average(number)}"', text=OF_HOST),
    broken(
        "one person pooled for the room",
        "private-pooled",
        "    groups: everyone\n",
        '    groups: everyone\n    instruction: "{sum(host.number)}"\n',
        "    instruction",
    ),
    broken(
        "the other of a pair, pooled",
        "private-pooled",
        SHOW,
        'groups: {size: 2}\n    show: "{sum(others.number)}"',
        "    show:",
        changed("    groups: everyone\n", ""),
    ),
    broken("one person's answer in a text", "private-shown", SHOW, 'show: "{host.number}"'),
    broken(
        "the turn before",
        "private-shown",
        "  - stage: guess\n",
        "  - repeat: 2\n    stages:\n"
        "      - {stage: again, show: '{previous(host.price)}', ask: {price: {type: number, label: A price}}}\n"
        "  - stage: guess\n",
        "      - {stage: again",
    ),
    ("copied for the group", "private-worked-out", line_of(COPIED, "    show:"), COPIED),
    ("what is left of it", "private-worked-out", line_of(LEFT, "    show:"), LEFT),
    ("told to the room", "private-worked-out", line_of(TOLD, "    instruction:"), TOLD),
    ("named by what is left", "private-worked-out", line_of(NAMED, "      thanks:"), NAMED),
    broken("one person drawn", "private-pooled", "value: average(number)", "value: average(host.number)"),
    broken(
        "one person in the document",
        "private-pooled",
        "    votes: vote\n",
        "    table: {value: sum(host.number), title: Sum}\n",
    ),
    broken(
        "one person decides what comes",
        "private-pooled",
        "    groups: everyone\n",
        "    groups: everyone\n    if: sum(host.number) > 3\n",
        "    if:",
    ),
    broken(
        "one person ends the stage",
        "private-pooled",
        "    groups: everyone\n",
        "    groups: everyone\n    continue when: sum(host.number) > 3\n",
        "    continue when: sum",
    ),
    broken(
        "one person ends the rounds",
        "private-pooled",
        "  - stage: vote\n",
        "  - repeat: {times: 3, until: sum(host.number) > 3}\n    stages: [{stage: again}]\n  - stage: vote\n",
        "  - repeat:",
    ),
    broken(
        "one person's limit", "private-shown", "vote: {of: ideas, dots: dots}", "vote: {of: ideas, dots: host.number}"
    ),
    broken(
        "a role by what nobody knows",
        "secret-noticed",
        "    vote: {of: ideas, dots: dots}\n",
        "    vote: {of: ideas, dots: dots}\n    assign: {first: {highest: number}}\n",
        "    assign:",
        changed("roles:\n", "roles:\n  first: {label: First, chosen by: result, optional: yes}\n", ANONYMOUS),
    ),
    broken(
        "names that were hidden",
        "names-later",
        "board: {name: ideas, written by: nobody, seen by: everyone}",
        "board: {name: ideas, written by: nobody, seen by: everyone, names: shown}",
    ),
    broken(
        "cards that nobody was to read",
        "board-opened",
        "      seen by: author\n",
        "      seen by: author only\n",
        "    board: {name: ideas, written",
    ),
)

ROOMS: tuple[Case, ...] = (
    broken("fewer than few", "people-upside-down", "min: 2, max: 20", "min: 21, max: 20"),
    broken("more roles than people", "roles-too-many", "en: Host}, count: 1}", "en: Host}, count: 3}", "participants"),
    broken("nobody left", "nobody-else", "en: Host}, count: 1}", "en: Host}, count: 2}", "participants"),
    broken("groups larger than the room", "groups-impossible", "groups: {size: 2}", "groups: {size: 21}"),
    broken("groups of nobody", "size-not-positive", "groups: {size: 2}", "groups: {size: 0}"),
    broken(
        "someone left alone", "someone-alone", "groups: {size: 2}", "groups: {size: 2, leftover: make a smaller group}"
    ),
    broken(
        "no time at all",
        "duration-wrong",
        "    minutes: 2\n    groups: {size",
        "    minutes: 0\n    groups: {size",
        "minutes: 0",
    ),
    broken(
        "ten days",
        "duration-wrong",
        "    minutes: 2\n    groups: {size",
        "    minutes: 14400\n    groups: {size",
        "minutes: 14400",
    ),
    broken(
        "a very long day",
        "too-long-in-all",
        "    minutes: 2\n    groups: {size",
        "    minutes: 900\n    groups: {size",
        "  - stage: write",
    ),
    broken(
        "endless rounds",
        "rounds-wrong",
        "  - stage: vote\n",
        "  - repeat: 1000000\n    stages: [{stage: again}]\n  - stage: vote\n",
        "repeat",
    ),
    broken(
        "half a round",
        "rounds-wrong",
        "  - stage: vote\n",
        "  - repeat: 1/2\n    stages: [{stage: again}]\n  - stage: vote\n",
        "repeat",
    ),
    broken(
        "too many strangers",
        "strangers-never",
        "  - stage: vote\n",
        "  - repeat: 30\n    stages: [{stage: meet, groups: {size: 2, form: total strangers}}]\n  - stage: vote\n",
        "stages: [{stage: meet",
    ),
    broken(
        "loops in loops",
        "too-many-steps",
        "  - stage: vote\n",
        "  - repeat: 90\n    stages: [{repeat: 90, stages: [{stage: again}]}]\n  - stage: vote\n",
        "  - stage: write",
    ),
    broken("no dots", "limit-wrong", "dots: dots}", "dots: 0}"),
    broken(
        "a scale that falls", "limits-crossed", "dots: dots}", "rate from: 5, rate to: 3}", "vote: {of: ideas, rate"
    ),
    broken(
        "more picks than options",
        "limits-crossed",
        "min: 0, max: 100}\n",
        "min: 0, max: 100}\n      three: {type: choices, label: Three, options: [a, b], min: 3}\n",
        "      three:",
    ),
    broken(
        "more turns than members",
        "turns-beyond-members",
        "  - stage: guess\n",
        "  - repeat: {for each: member, as: client, times: 4}\n    stages:\n"
        "      - {stage: turn, groups: {same as: write}}\n  - stage: guess\n",
        "  - repeat: {for each",
        ROTATING,
    ),
    broken(
        "a round that never comes",
        "round-never",
        "  - stage: guess\n",
        "  - repeat: 2\n    stages:\n      - {stage: turn, only in round: [1, 3]}\n  - stage: guess\n",
        "      - {stage: turn",
    ),
    broken(
        "too few places to sign up", "places-short", "groups: {merge: write}", "groups: {among: [a, b], at most: 9}"
    ),
    broken(
        "too few places in small groups",
        "places-short",
        "groups: {merge: write}",
        "groups: {size: 4, chosen by: participants, at most: 4}",
    ),
    broken("limits that cross", "limits-crossed", "min: 0, max: 100", "min: dots, max: dots - 1"),
)

CLAIMS: tuple[Case, ...] = (
    broken("a head-count outside", "example-people", "- answers: {number: [10, 101]}", "- people: [2, 1]"),
    broken("a wrong value for all", "example-differs", "expect: {gap: [30, 0]}", "expect: {gap: 30}"),
    broken("nobody asks anyone", "example-stuck", "- answers: {number: [10, 101]}", "- people: 2\n    answers: {z: 1}"),
    broken("a wrong value", "example-differs", "expect: {gap: [30, 0]}", "expect: {gap: [30, 1]}"),
    broken(
        "a rounded value", "example-differs", "{gap: most - number}", "{gap: (most - number) * 1.0001}", "    expect:"
    ),
    broken("accepted instead of refused", "example-not-refused", "number: [10, 101]", "number: [10, 100]"),
    broken(
        "refused instead of accepted", "example-refused", "    refused: yes\n", "", "- answers: {number: [10, 101]}"
    ),
    broken("words for a number answer", "example-refused", "number: [10, 40]", "number: [ten, 40]"),
    broken("nobody asks", "example-stuck", "answers: {number: [10, 40]}", "answers: {zzz: [10, 40]}"),
    broken("too few people", "example-people", "- answers: {number: [10, 101]}", "- answers: {number: [10]}"),
    broken(
        "uneven rows",
        "rows-uneven",
        "expect: {gap: [30, 0]}",
        "expect: {gap: [30, 0, 0]}",
        "- answers: {number: [10, 40]}",
    ),
    broken("no row", "not-row", "answers: {number: [10, 40]}", "answers: {number: {first: 10}}"),
    broken("a value that is none", "example-value", "expect: {gap: [30, 0]}", "expect: {gap: [30, zero]}"),
    broken(
        "nothing claimed",
        "example-empty",
        "  - answers: {number: [10, 101]}\n    refused: yes\n",
        "  - settings: {dots: 3}\n",
    ),
    broken(
        "a setting outside",
        "example-setting",
        "- answers: {number: [10, 40]}",
        "- settings: {dots: 99}\n    answers: {number: [10, 40]}",
    ),
    broken(
        "no such setting in an example",
        "setting-meant",
        "- answers: {number: [10, 40]}",
        "- settings: {dot: 3}\n    answers: {number: [10, 40]}",
    ),
    broken(
        "nothing like that setting",
        "setting-unknown",
        "- answers: {number: [10, 40]}",
        "- settings: {zzz: 3}\n    answers: {number: [10, 40]}",
    ),
    broken(
        "endless examples",
        "examples-too-big",
        "answers: {number: [10, 40]}",
        f"answers: {{number: {[[1, 2]] * 1600}}}",
        "  - answers: {number: [[",
    ),
)

DICE = changed("{most: max(number)}", '{most: max(number), dice: "draw_between(1, 6)"}', DRAWN)


def drawn(name: str, code: str, said: str) -> Case:
    """The small format with a draw and a treatment, and an example that settles a draw."""
    text = changed("  - answers: {number: [10, 40]}", f"  - drawn: {said}\n    answers: {{number: [10, 40]}}", DICE)
    return name, code, line_of(text, "  - drawn:"), text


LOTS: tuple[Case, ...] = (
    drawn("a draw misspelt", "drawn-meant", "{dize: 3}"),
    drawn("what is worked out, drawn", "drawn-unknown", "{number: 3}"),
    broken(
        "a draw where nothing is drawn",
        "drawn-nothing",
        "- answers: {number: [10, 40]}",
        "- drawn: {gap: 3}\n    answers: {number: [10, 40]}",
    ),
    drawn("a draw that gives a word", "drawn-value", "{dice: six}"),
    drawn("a seven on a die", "drawn-impossible", "{dice: 7}"),
    drawn("a variant that is none", "choice-unknown", "{mood: sad}"),
    drawn("more draws than turns", "example-stuck", "{dice: [[1, 1], [2, 2]]}"),
)

LATER = changed(
    "  - stage: vote\n",
    "  - repeat: 3\n    stages:\n      - stage: again\n        title: {fr: Encore, en: Again}\n"
    "        ask: {more: {type: whole number, label: {fr: Plus, en: More}, min: 0, max: 9}}\n"
    "  - stage: sum\n    title: {fr: En tout, en: In all}\n"
    "    compute: {when: stage starts, for each person: {all: total(more)}}\n"
    "  - stage: vote\n",
    changed(
        "expect: {gap: [30, 0]}",
        "expect: {all: [1, 1]}",
        changed("answers: {number: [10, 40]}", "answers: {number: [10, 40], more: [[1, 1], [0, 0]]}"),
    ),
)
LOTS += (
    broken("a value misspelt", "expect-meant", "expect: {gap: [30, 0]}", "expect: {gaap: [30, 0]}"),
    broken("an answer expected", "expect-unknown", "expect: {gap: [30, 0]}", "expect: {number: [10, 40]}"),
    ("a value that the example never comes to", "example-unreached", line_of(LATER, "    expect: {all"), LATER),
)

ADVICE: tuple[Case, ...] = (
    broken(
        "no word on privacy",
        "no-instruction",
        '      prompt: {fr: "{question} Pas de noms.", en: "{question} No names."}\n',
        "",
        "name: ideas\n      seen",
    ),
    broken("a word on privacy in English alone", "no-instruction-fr", "{question} Pas de noms.", "{question} Merci."),
    broken("a word on privacy in French alone", "no-instruction-en", "{question} No names.", "{question} Thanks."),
    broken(
        "a game without debrief", "no-debrief", "kind: seminar-activity", "kind: cooperation-game", "  - stage: write"
    ),
    (
        "a game for too few",
        "groups-small",
        line_of(SMALL, "groups: {size: 2}"),
        changed("groups: {size: 2}", "groups: {size: 3}", changed("kind: seminar-activity", "kind: cooperation-game")),
    ),
)

TALK = changed("    ask:\n", "    ask:\n      open: {type: long text, label: Dites. Pas de noms.}\n")
TALK = changed("    votes: vote\n", "    votes: vote\n    chart: {type: bars, value: open, title: Paroles}\n", TALK)
NAMES += (("a chart of words", "not-countable", line_of(TALK, "    chart: {type: bars, value: open"), TALK),)

_DRAWN = "    votes: vote\n"


def _drawn(title: str, code: str, chart: str) -> Case:
    line = f"    chart: {{{chart}, title: Image}}\n"
    text = changed(_DRAWN, _DRAWN + line)
    return (title, code, line_of(text, line.rstrip("\n")), text)


NAMES += (
    _drawn("a picture of nothing", "picture-bare", "type: rings"),
    _drawn("bars of nothing", "picture-bare", "type: bars"),
    _drawn("a map of one thing", "picture-count", "type: map, of: vote"),
    _drawn("loops of a number", "picture-source", "type: loops, of: number"),
    _drawn("rings without columns", "picture-columns", "type: rings, of: ideas"),
    _drawn("a picture of an unknown board", "reference-unknown", "type: iceberg, of: nowhere"),
    _drawn("a picture of a value", "goes-with", "type: matrix, of: number, value: number"),
    _drawn("bars of a board", "goes-with", "type: bars, of: ideas, value: number"),
)

RECKONING: tuple[Case, ...] = (
    broken("a draw in a limit", "draw-not-kept", "dots: dots}", "dots: 'draw_between(1, 3)'}"),
    broken("the rank of a group", "needs-person", "{most: max(number)}", "{most: rank(number)}"),
    broken("a past without a repeat", "not-in-loop", "{most: max(number)}", "{most: previous(gap)}"),
    broken("the other one of four", "other-needs-pairs", "gap: most - number", "gap: most - other.number"),
    broken("a sum over one person", "set-unknown", "gap: most - number", "gap: most - nobody.number"),
    broken(
        "one person's answer on every screen",
        "private-shown",
        'show: {fr: "Votre écart est {gap}.", en: "Your gap is {gap}."}',
        'show: {fr: "Une réponse est {host.number}.", en: "One answer is {host.number}."}',
    ),
    broken(
        "a range turned round",
        "range-wrong",
        "roles:\n",
        "tables:\n  t: {values: {3..1: 1}}\n\nroles:\n",
        "  t: {values",
    ),
    broken(
        "a table of two shapes",
        "table-uneven",
        "roles:\n",
        "tables:\n  t: {values: {a: 1, b: {c: 2}}}\n\nroles:\n",
        "  t: {values",
    ),
    broken(
        "a table nobody wrote", "reference-unknown", "gap: most - number", "gap: 'lookup(zzz, number)'", "gap: 'lookup"
    ),
    broken(
        "a cell that asks people",
        "only-settings",
        "roles:\n",
        "tables:\n  t: {values: {a: group.size}}\n\nroles:\n",
        "  t: {v",
    ),
    broken("received from nobody", "not-amounts", "gap: most - number", "gap: most - received(number)"),
    broken(
        "amounts that are shared",
        "amounts-private",
        "min: 0, max: 100}",
        "min: 0, max: 100, for each: other member, answered by: group}",
    ),
    broken("a total of one number", "goes-with", "min: 0, max: 100}", "min: 0, max: 100, total: 9}"),
    broken(
        "a turn outside a repeat",
        "goes-with",
        "    minutes: 2\n    groups: {merge",
        "    only in round: 2\n    groups: {merge",
    ),
    broken(
        "a condition on one person",
        "needs-pooling",
        "  - stage: vote\n",
        "  - stage: vote\n    if: gap > 2\n",
        "    if: gap",
    ),
    broken(
        "an end that only one knows",
        "needs-pooling",
        "  - stage: vote\n",
        "  - repeat: {times: 3, until: gap > 2}\n    stages: [{stage: again}]\n  - stage: vote\n",
        "  - repeat: {times",
    ),
)


def block(name: str, code: str, use: str, at: str = "  - use:") -> Case:
    """The small format with a block before its first stage."""
    return broken(name, code, "  - stage: write\n", f"  - use: {use}\n  - stage: write\n", at)


BLOCKS: tuple[Case, ...] = (
    block("a block nobody wrote", "use-unknown", "xyzzyq"),
    block("a misspelt block", "use-meant", "rotti"),
    block("a block of itself", "use-cycle", "small"),
    block("blocks in a circle", "use-cycle", "first"),
    block("blocks too deep", "use-too-deep", "level-1"),
    block("a block that is broken", "use-broken", "broken"),
    block("a block twice", "use-twice", "roti\n  - use: roti", "  - use: roti\n  - stage"),
    block("a block for fewer people", "use-people", "codeveloppement"),
    block("a block that asks for consent", "use-consent", "roti"),
    block("a setting that a block has not", "use-no-name", "roti\n    settings: {dots: 3}", "    settings: {dots: 3}"),
    block("a key that a block has not", "key-meant", "roti\n    titel: Fin", "    titel"),
    block(
        "very large blocks",
        "use-too-big",
        "\n  - use: ".join(f"large\n    as: b{n}" for n in range(12)),
        "  - use: large\n    as: b3",
    ),
)

CALM = "calm: {type: yes-no, label: Calme"
SHOWN = f"  - stage: calm\n    survey: before\n    ask: {{{CALM}, anonymous: yes}}}}\n    seen by: everyone\n"


def asked(name: str, code: str, survey: str) -> Case:
    """The small format with a survey before its roles; where there are two, the remark is on the last."""
    return broken(name, code, "roles:\n", f"{survey}\nroles:\n", survey.splitlines()[-1])


SURVEYS: tuple[Case, ...] = (
    asked("a survey by name", "survey-named", f"before: {{ask: {{{CALM}, anonymous: no}}}}}}"),
    asked(
        "a survey answered by groups",
        "survey-by-group",
        f"before: {{ask: {{{CALM}, anonymous: yes, answered by: group}}}}}}",
    ),
    asked("a survey without questions", "missing-key", "after: {title: Fin}"),
    asked("a misspelt key of a survey", "key-meant", f"after: {{titel: Fin, ask: {{{CALM}}}}}}}"),
    asked(
        "a comparison with a question that is not there",
        "reference-meant",
        f"before: {{ask: {{{CALM}}}}}}}\nafter: {{ask: {{calm_after: {{same as: clam}}}}}}",
    ),
    broken(
        "a comparison with a question that comes later",
        "reference-forward",
        "roles:\n",
        f"before: {{ask: {{calm_before: {{same as: calm}}}}}}\nafter: {{ask: {{{CALM}}}}}}}\nroles:\n",
    ),
    asked("something new asked later", "later-new", f"later: {{ask: {{{CALM}}}}}}}"),
    asked(
        "something asked later that never was",
        "reference-meant",
        f"before: {{ask: {{{CALM}}}}}}}\nlater: {{ask: {{calm_later: {{same as: clam}}}}}}",
    ),
    asked(
        "another scale for a question asked again",
        "same-as-changed",
        f"before: {{ask: {{{CALM}}}}}}}\nafter: {{ask: {{calm_after: {{same as: calm, type: scale}}}}}}",
    ),
    asked(
        "words asked again",
        "same-as-kind",
        "before: {ask: {calm: {type: long text, label: 'Pas de noms, no names'}}}\n"
        "after: {ask: {calm_after: {same as: calm}}}",
    ),
    broken(
        "two networks, one of which is no network",
        "picture-source",
        "    chart: {type: bars, value: average(number)",
        "    chart: {type: network, of: [number, number]",
        "    chart: {type: network",
    ),
    broken(
        "a change drawn from one question",
        "picture-count",
        "    chart: {type: bars, value: average(number)",
        "    chart: {type: change, of: number",
        "    chart: {type: change",
    ),
    broken(
        "a change drawn from what only its author sees",
        "picture-source",
        "    chart: {type: bars, value: average(number)",
        "    chart: {type: change, of: [number, number]",
        "    chart: {type: change",
    ),
    broken("a survey shown", "survey-shown", "run:\n", f"run:\n{SHOWN}", "    seen by: everyone\n  - stage: write"),
)

AIMS = "objectives:\n  - {fr: Dire deux choses., en: Say two things.}\n  - {fr: Choisir., en: Choose.}\n"
GUIDED = "  - stage: write\n    guide: {wach: A}"
SERVED = "  - stage: write\n    serves: 1"

OBJECTIVES: tuple[Case, ...] = (
    asked("an objective nobody can see", "objective-vague", "objectives: [{fr: Comprendre le sujet., en: Say it.}]"),
    (
        "an objective that no stage serves",
        "objective-unserved",
        line_of(SMALL, "roles:\n") + 2,
        changed("  - stage: write", SERVED, changed("roles:\n", AIMS + "roles:\n")),
    ),
    broken("an objective that is not there", "objective-unknown", "  - stage: write", SERVED, "    serves: 1"),
    broken(
        "a misspelt key of a guide",
        "key-meant",
        "  - stage: write",
        "  - stage: write\n    guide: {wach: A}",
        "    guide",
    ),
)

CASES = (
    *(WRITING + WORDS + NAMES + IDLE + SOME + FLOWS + ROOMS),
    *(CLAIMS + LOTS + ADVICE + RECKONING + BLOCKS + SURVEYS + OBJECTIVES),
)
