"""A network: things and the links named between them."""

from facilitation.domain.format import Text
from facilitation.projections.pictures.circle import Round, busiest, circle, drawn_of, key, links_table
from facilitation.projections.pictures.links import linked, strongest
from facilitation.projections.pictures.material import Links
from facilitation.projections.pictures.shapes import Picture, count_said, joined

AROUND = Round(800, 400, 23)
MOST = 16
"""More things than this: those without a link are counted, not drawn."""


def network(found: Links) -> Picture:
    """A network: kinds of links are told apart by their strokes."""
    used = [sort for sort in range(1, len(found.sorts) + 1) if any(link.sort == sort for link in found.links)]
    shown = found if len(found.names) <= MOST else linked(found)
    shapes, high = circle(busiest(shown), AROUND)
    shapes += key([(found.sorts[sort - 1], sort) for sort in used], found.signs, high)
    rest = drawn_of(shown)
    about = Text(ABOUT.fr + rest.fr, ABOUT.en + rest.en)
    return Picture("network", found.title, _reading(found), about, high, tuple(shapes), (links_table(found),))


ABOUT = Text(
    "Chaque point est un élément, chaque flèche un lien cité ; plus elle est épaisse, plus il a été cité.",
    "Each dot is a thing, each arrow a link that was named; the thicker, the more often.",
)


def _reading(found: Links) -> Text:
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
