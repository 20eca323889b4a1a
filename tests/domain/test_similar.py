"""Clusters proposed from words alone."""

import random

from facilitation.domain.similar import MOST, likely_clusters, plain_words

CARDS = (
    "Des horaires de bus adaptés",
    "Un parrain qui accompagne les démarches",
    "Le BUS ne passe pas le soir",
    "Accompagner aux démarches administratives",
    "Transport : bus trop rares",
    "Une fête",
)


def found(cards: tuple[str, ...]) -> list[tuple[set[str], tuple[str, ...]]]:
    clusters = likely_clusters([(text, text) for text in cards])
    return [(set(cluster.cards), cluster.words) for cluster in clusters]


def test_cards_that_share_their_rare_words_stand_together_under_these_words() -> None:
    buses, steps = {CARDS[0], CARDS[2], CARDS[4]}, {CARDS[1], CARDS[3]}
    assert found(CARDS) == [(buses, ("bus",)), (steps, ("démarches",))]


def test_the_same_cards_in_another_order_give_the_same_clusters() -> None:
    wanted = sorted(sorted(cards) for cards, _ in found(CARDS))
    for seed in range(6):
        order = list(CARDS)
        random.Random(seed).shuffle(order)
        assert sorted(sorted(cards) for cards, _ in found(tuple(order))) == wanted


def test_accents_capitals_and_plurals_do_not_keep_words_apart() -> None:
    assert plain_words("Les Élèves ÉGARÉS") == plain_words("eleve egare")


def test_nothing_is_proposed_for_nothing_alone_or_too_many() -> None:
    assert likely_clusters([]) == ()
    assert likely_clusters([("a", "un mot"), ("b", "autre chose")]) == ()
    assert likely_clusters([("a", "!!!"), ("b", "!!!"), ("c", "…")]) == ()
    assert likely_clusters([(str(n), "le même bus") for n in range(MOST + 1)]) == ()


def test_a_title_is_never_words_that_one_card_alone_has() -> None:
    for cards, words in found((*CARDS, "Le bus de ma voisine Solange")):
        for word in words:
            assert sum(word in card.lower() for card in cards) > 1
