"""Causal links: what they lead to, and the loops that they close."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from facilitation.domain.format import Text
from facilitation.projections.pictures.circle import SIGNS, Round, busiest, circle, drawn_of, key, links_table
from facilitation.projections.pictures.links import MOST, Loop, linked, loops_of, strongest
from facilitation.projections.pictures.material import Links
from facilitation.projections.pictures.network import ABOUT
from facilitation.projections.pictures.shapes import Picture, Shape, Table, Words, count_said, joined, short

AROUND = Round(1020, 220, 18)
"""Aside of the loops that are written at the left."""
LISTED = 5
"""Loops written beside the drawing."""
TOLD = 20
"""Loops in the table, the shortest first: more of them fill pages that nobody reads."""
LONGEST_NAME = 30
"""Things with longer names are called by their numbers along a loop."""


def loops(found: Links) -> Picture:
    """Causal links: what they lead to, and every loop with whether it feeds or checks itself."""
    found = linked(found)
    known = loops_of(found)
    shapes, high = circle(busiest(_numbered_names(found)), AROUND)
    tables = (links_table(found), *_loops_tables(found, known))
    shapes += [*_listed(known), *key([(name, at) for at, name in enumerate(SIGNS, 1)], True, high)]
    rest = drawn_of(found)
    about = Text(ABOUT.fr + rest.fr, ABOUT.en + rest.en)
    return Picture("loops", found.title, _loops_reading(found, known), about, high, tuple(shapes), tables)


def _listed(known: Sequence[Loop]) -> list[Shape]:
    shapes: list[Shape] = []
    for at, loop in enumerate(known[:LISTED]):
        shapes.append(Words(40, 60 + at * 92, _numbered(at, loop), "start", bold=True))
        shapes.append(Words(40, 98 + at * 92, short(_numbers(loop), 24), "start", "quiet"))
    rest = len(known) - LISTED
    if rest > 0:
        shapes.append(Words(40, 60 + LISTED * 92, Text(f"et {rest} de plus", f"and {rest} more"), "start", "quiet"))
    return shapes


def _loops_reading(found: Links, known: Sequence[Loop]) -> Text:
    links = count_said(len(strongest(found)), ("lien", "link"), ("liens", "links"))
    if not known:
        return Text(f"{links.fr} ; aucune boucle ne se ferme.", f"{links.en}; no loop closes.")
    r, b = (sum(loop.balancing is one for loop in known) for one in (False, True))
    fr = [f"{r} qui s'entretien{'t' if r == 1 else 'nent'}", f"{b} qui se frein{'e' if b == 1 else 'ent'}"]
    en = [f"{r} that feed{'s' if r == 1 else ''} itself", f"{b} that check{'s' if b == 1 else ''} itself"]
    if r != 1:
        en[0] = f"{r} that feed themselves"
    if b != 1:
        en[1] = f"{b} that check themselves"
    many = count_said(len(known), ("boucle", "loop"), ("boucles", "loops"))
    if len(known) >= MOST:
        many = Text(f"au moins {many.fr}", f"at least {many.en}")
    told = ([], []) if r + b == 0 else (fr, en)
    return Text(
        f"{links.fr}, {many.fr}{' : ' if told[0] else ''}{', '.join(told[0])}.",
        f"{links.en}, {many.en}{': ' if told[1] else ''}{', '.join(told[1])}.",
    )


def _numbered(at: int, loop: Loop) -> Text:
    sort = {
        None: Text("boucle", "loop"),
        False: Text("s'entretient (R)", "feeds itself (R)"),
        True: Text("se freine (B)", "checks itself (B)"),
    }[loop.balancing]
    return Text(f"{at + 1} · {sort.fr}", f"{at + 1} · {sort.en}")


def _path(found: Links, loop: Loop) -> Text:
    return joined([found.names[at] for at in (*loop.places, loop.places[0])], " → ")


def _numbers(loop: Loop) -> Text:
    return Text.same(" → ".join(str(at + 1) for at in (*loop.places, loop.places[0])))


def _numbered_names(found: Links) -> Links:
    named = [Text(f"{at} · {name.fr}", f"{at} · {name.en}") for at, name in enumerate(found.names, 1)]
    return replace(found, names=tuple(named))


def _loops_tables(found: Links, known: Sequence[Loop]) -> tuple[Table, ...]:
    """The loops, in words; where words are long, by the numbers of a table of their own."""
    if all(len(words) <= LONGEST_NAME for name in found.names for words in (name.fr, name.en)):
        return (_loops_table(known, lambda loop: _path(found, loop)),)
    head = (Text("N°", "No."), Text("Élément", "Thing"))
    rows = tuple((Text.same(str(at)), name) for at, name in enumerate(found.names, 1))
    return (Table(Text("Les éléments", "The things"), head, rows), _loops_table(known, _numbers))


def _loops_table(known: Sequence[Loop], path: Callable[[Loop], Text]) -> Table:
    head = (Text("Boucle", "Loop"), Text("Sorte", "Kind"), Text("Chemin", "Path"))
    rows = tuple(
        (Text.same(str(at + 1)), Text(*(words.partition(" · ")[2] for words in (said.fr, said.en))), path(loop))
        for at, loop in enumerate(known[:TOLD])
        for said in (_numbered(at, loop),)
    )
    return Table(_loops_caption(len(known)), head, rows)


def _loops_caption(found: int) -> Text:
    if found <= TOLD:
        return Text("Les boucles trouvées", "The loops found")
    return Text(f"Les boucles trouvées : les {TOLD} plus courtes", f"The loops found: the {TOLD} shortest")
