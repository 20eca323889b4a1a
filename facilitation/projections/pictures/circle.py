"""Things on a circle and the links between them: a network, or causal links with the loops they close."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import cos, hypot, pi, sin

from facilitation.domain.format import Text
from facilitation.projections.pictures.links import MOST as MOST_LOOPS
from facilitation.projections.pictures.links import Loop, linked, loops_of, strongest
from facilitation.projections.pictures.material import Link, Links
from facilitation.projections.pictures.shapes import (
    Anchor,
    Disc,
    Picture,
    Shape,
    Spot,
    Stroke,
    Table,
    Tone,
    Words,
    arrow,
    block,
    count_said,
    joined,
    short,
    wrapped,
)

MIDDLE = (800, 300)
REACH = (420, 215)
HIGH = 640
LISTED = 5
"""Loops written beside the drawing."""
TOLD = 20
"""Loops in the table, the shortest first: more of them fill pages that nobody reads."""
LONGEST_NAME = 30
"""Things with longer names are called by their numbers along a loop."""
MOST = 16
"""More things than this on a circle: those without a link are counted, not drawn."""
SIGNS = (Text("dans le même sens (+)", "the same way (+)"), Text("en sens contraire (−)", "the other way (−)"))  # noqa: RUF001


def network(found: Links) -> Picture:
    """A network: kinds of links are told apart by their strokes."""
    used = [sort for sort in range(1, len(found.sorts) + 1) if any(link.sort == sort for link in found.links)]
    key = _key([(found.sorts[sort - 1], sort) for sort in used], found.signs)
    shown = found if len(found.names) <= MOST else linked(found)
    return Picture(
        "network", found.title, _network_reading(found), ABOUT, HIGH, (*_circle(shown), *key), (_links_table(found),)
    )


def loops(found: Links) -> Picture:
    """Causal links: what they lead to, and every loop with whether it feeds or checks itself."""
    found = linked(found)
    known = loops_of(found)
    words = [Words(40, 60 + at * 92, _numbered(at, loop), "start", bold=True) for at, loop in enumerate(known[:LISTED])]
    paths = [
        Words(40, 98 + at * 92, short(_numbers(loop), 30), "start", "quiet") for at, loop in enumerate(known[:LISTED])
    ]
    rest = len(known) - LISTED
    more = (
        [Words(40, 60 + LISTED * 92, Text(f"et {rest} de plus", f"and {rest} more"), "start", "quiet")]
        if rest > 0
        else []
    )
    moved = _circle(_numbered_names(found), 210)
    key = _key([(name, at) for at, name in enumerate(SIGNS, 1)], True)
    tables = (_links_table(found), *_loops_tables(found, known))
    return Picture(
        "loops", found.title, _loops_reading(found, known), ABOUT, HIGH, (*moved, *words, *paths, *more, *key), tables
    )


ABOUT = Text(
    "Chaque point est un élément, chaque flèche un lien cité ; plus elle est épaisse, plus il a été cité.",
    "Each dot is a thing, each arrow a link that was named; the thicker, the more often.",
)


def _circle(found: Links, aside: int = 0) -> list[Shape]:
    middle = (MIDDLE[0] + aside, MIDDLE[1])
    reach = (REACH[0] - aside * 2 // 3, REACH[1])
    spots = [_spot(middle, reach, at, len(found.names)) for at in range(len(found.names))]
    shapes: list[Shape] = []
    for link in strongest(found):
        shapes += _arrow(found, link, spots, middle)
    for at, name in enumerate(found.names):
        shapes += _named(spots[at], middle, name, len(found.names))
    return shapes


def _spot(middle: Spot, reach: Spot, at: int, of: int) -> Spot:
    angle = 2 * pi * at / max(1, of) - pi / 2
    return (round(middle[0] + reach[0] * cos(angle)), round(middle[1] + reach[1] * sin(angle)))


def _arrow(found: Links, link: Link, spots: Sequence[Spot], middle: Spot) -> list[Shape]:
    start, end = spots[link.start], spots[link.end]
    far = max(1.0, hypot(end[0] - start[0], end[1] - start[1]))
    # Both ways between two things are two curves: each leans to its own side.
    lean = 0.1 * far
    via = (
        round((start[0] + end[0]) / 2 * 0.8 + middle[0] * 0.2 - (end[1] - start[1]) / far * lean),
        round((start[1] + end[1]) / 2 * 0.8 + middle[1] * 0.2 + (end[0] - start[0]) / far * lean),
    )
    away = max(1.0, hypot(end[0] - via[0], end[1] - via[1]))
    short_of = (round(end[0] - (end[0] - via[0]) / away * 20), round(end[1] - (end[1] - via[1]) / away * 20))
    tone, dashed = _look(link.sort, found.signs)
    shapes = arrow(start, via, short_of, tone, 2 + 2 * min(link.count, 4), dashed)
    if found.signs and link.sort:
        at = (round(via[0] * 0.5 + (start[0] + end[0]) * 0.25), round(via[1] * 0.5 + (start[1] + end[1]) * 0.25))
        sign = Text.same("+" if link.sort == 1 else "\u2212")
        shapes += [Disc(*at, 18, "paper", tone), Words(at[0], at[1] + 11, sign, tone=tone, bold=True)]
    return shapes


def _look(sort: int, signs: bool) -> tuple[Tone, bool]:
    if signs:
        return ("warm", True) if sort == 2 else ("deep", False)
    return (("deep", False), ("deep", False), ("warm", True), ("quiet", True))[min(sort, 3)]


def _named(spot: Spot, middle: Spot, name: Text, of: int) -> list[Shape]:
    x, y = spot
    side = x - middle[0]
    anchor: Anchor = "middle" if abs(side) < 60 else "start" if side > 0 else "end"
    shift = 0 if anchor == "middle" else 30 if side > 0 else -30
    lift = (-48 if y < middle[1] else 52) if anchor == "middle" else 0
    lines = wrapped(name, 22, 2 if of <= 20 else 1)
    return [Disc(x, y, 16), *block(x + shift, y + lift, lines, anchor)]


def _key(sorts: Sequence[tuple[Text, int]], signs: bool) -> list[Shape]:
    shapes: list[Shape] = []
    x = 40
    for name, sort in sorts:
        tone, dashed = _look(sort, signs)
        shapes += [
            Stroke(((x, HIGH - 30), (x + 90, HIGH - 30)), tone, 6, dashed),
            Words(x + 105, HIGH - 20, name, "start"),
        ]
        x += 105 + 50 + 16 * max(len(name.fr), len(name.en))
    return shapes


def _network_reading(found: Links) -> Text:
    many = count_said(len(found.names), ("élément", "thing"), ("éléments", "things"))
    ties = count_said(
        len({(link.start, link.end) for link in found.links}),
        ("lien cité", "link named"),
        ("liens cités", "links named"),
    )
    alone = len(found.names) - len({place for link in found.links for place in (link.start, link.end)})
    reading = Text(f"{many.fr}, {ties.fr}", f"{many.en}, {ties.en}")
    if top := _most(found):
        reading = Text(f"{reading.fr} ; le plus relié : {top.fr}", f"{reading.en}; most linked: {top.en}")
    if alone:
        reading = Text(f"{reading.fr} ; sans lien : {alone}", f"{reading.en}; without a link: {alone}")
    return Text(reading.fr + ".", reading.en + ".")


def _most(found: Links) -> Text | None:
    degree = [sum(at in (link.start, link.end) for link in strongest(found)) for at in range(len(found.names))]
    highest = max(degree, default=0)
    first = [found.names[at] for at, count in enumerate(degree) if count == highest]
    return joined(first) if highest and len(first) < 4 else None


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
    if len(known) >= MOST_LOOPS:
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


def _links_table(found: Links) -> Table:
    sorts = SIGNS if found.signs and not found.sorts else found.sorts
    head = (Text("De", "From"), Text("Vers", "To"), *((Text("Sorte", "Kind"),) if sorts else ()), Text("Cité", "Named"))
    rows = tuple(
        (
            found.names[link.start],
            found.names[link.end],
            *(((sorts[link.sort - 1] if link.sort else Text.same("–")),) if sorts else ()),
            Text.same(str(link.count)),
        )
        for link in found.links
    )
    return Table(Text("Les liens cités", "The links named"), head, rows)


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
