"""Neutral aliases: things of nature, which tell neither age, gender, nor origin."""

import random

NATURE = """
Ajonc Alouette Ambre Ancolie Anémone Ardoise Argile Arnica Aubépine Aulne Aurore Avoine Azur Basalte Bleuet
Bouleau Bourrache Brise Bruyère Calanque Campanule Capucine Cascade Cèdre Centaurée Cerfeuil Charme Châtaigne
Chêne Chouette Cigale Clairière Colline Comète Coquelicot Corail Cormier Crique Cristal Cyprès Dahlia Delta
Digue Dune Écume Églantine Épicéa Érable Estuaire Étang Étoile Fauvette Fenouil Figuier Forêt Fougère Frêne
Galet Garrigue Genêt Gentiane Geyser Glacier Granit Grève Grillon Hêtre Hirondelle Horizon Houx Iris Jacinthe
Jade Jasmin Jonc Lac Lagune Lande Laurier Lavande Lichen Lierre Lin Loriot Lune Marais Mélèze Menthe Mésange
Mimosa Moisson Mousse Muguet Myrtille Nacre Narcisse Nénuphar Noisetier Nuage Olivier Ombelle Onyx Orchidée
Orge Orme Osier Pervenche Peuplier Phare Pin Pivoine Platane Plaine Plume Pollen Prairie Primevère Quartz
Rivage Rivière Rocher Romarin Roseau Rosée Ruisseau Sable Safran Sapin Sarriette Sauge Saule Sentier Sittelle
Soleil Sorbier Source Sureau Tilleul Torrent Tourbe Tremble Trèfle Vallon Verveine Violette Volcan Zéphyr
"""
WORDS = tuple(NATURE.split())


def next_alias(seed: int, taken: int) -> str:
    """The alias of the person who comes after `taken` others: a word, with a number once all words are used."""
    order = list(WORDS)
    random.Random(seed).shuffle(order)
    turn, place = divmod(taken, len(order))
    return order[place] if turn == 0 else f"{order[place]} {turn + 1}"
