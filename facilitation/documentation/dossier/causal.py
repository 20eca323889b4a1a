"""The words by which a sentence says that one thing brought about another, by their stems, in French and English."""

import re

THINGS = r"(?:la |le |les |l['’]|leurs? |sa |son |ses |notre |nos |cette |ce |ces |des |du |une? )"
"""What follows a verb that has an object: « augmente la confiance » claims, « la confiance augmente » tells."""

HELD = r"(?:ateliers?|séances?|jeux?|méthodes?|formats?|échanges?|workshops?|sessions?|games?|methods?|exercises?)"
INFINITIVE = r"\w+(?:er|ir|re|oir)\b"
BETWEEN = r"(?:[\w'’-]+ ){1,4}"
OURS = (
    r"(?:(?:the |la |le |l['’])?(?:pot|tableau|mur|liste|cagnotte|caisse|discussion|wall|board|list|session|séance)\b)"
)
"""What people contribute to in a session: an act of theirs, not an effect."""

DONE = (
    r"permis|provoqu|entraîn|caus|favoris|amélior|transform|suscit|renforc|facilit|encourag|débloqu|accru|génér|engendr"
)

FRENCH = (
    r"impacts?|impact[eé]\w*",
    rf"(?:a|ont|avait|avaient)(?: pas)?(?: \w+)? (?:(?:{DONE})(?:ée?s?|e?s?)|aidé(?:e?s?))",
    rf"(?:a|ont)(?: pas)?(?: \w+)? (?:rédui|augment|diminu|chang)(?:é|ts?|tes?) {THINGS}",
    r"perme(?:t|ttent)",
    rf"(?:provoqu|entraîn|caus|favoris|amélior|transform|suscit|renforc|facilit|encourag|débloqu|génèr|engendr)(?:e|ent)"
    rf" {THINGS}",
    rf"(?:rédui(?:t|sent)|accroî(?:t|ssent)|augmente(?:nt)?|diminue(?:nt)?) {THINGS}",
    rf"contribu(?:e|ent|é|ait|aient) (?:à|aux?) (?!{OURS})",
    rf"aide(?:nt)? {BETWEEN}à (?:se |s['’])?{INFINITIVE}|(?:nous|vous|les|m['’]) ?aide(?:nt)? à",
    rf"condui(?:t|sent) (?:{BETWEEN})?à (?:(?:se |s[’'])?{INFINITIVE}|une? |plus|moins)",
    r"(?:(?:a|ont) (?:mené|abouti)|aboutit|aboutissent) (?:à|aux?)",
    rf"ren(?:d|dent|du) {BETWEEN}(?:plus|moins)",
    r"libèr(?:e|ent) la parole|libéré la parole",
    r"effets? (?:d[eu]s? |d['’])(?!bord|groupe|surprise|seuil|levier|loupe)|effets? (?:positif|bénéfique|sur )",
    r"(?:a|ont)(?: \w+)? eu (?:un|des|pour) effets?",
    r"efficac\w+",
    rf"grâce (?:à|aux?)|à cause (?:de |du |des |d['’])(?:la |l['’]|ces |cette |nos |notre )?{HELD}",
    r"prouv\w+|démontr\w+",
)

STAYS = r"(?!by|from|in|to|after|between|over|during|among|at|when|for|only|slightly|and|but|or|with|since|while|again)"
"""Words after which a verb had no object: “confidence increased from 2 to 3” tells."""

ENGLISH = (
    r"proves?|proved|proven|demonstrat\w+|thanks to|resulted in|results in|led to|leads to|had an effect",
    r"(?:has|have) (?:\w+ )?(?:led|caused|improved|reduced|increased)",
    r"(?:improv|foster|strengthen|encourag|transform|trigger|boost|caus)(?:e?s|ed)",
    rf"(?:increas|decreas)(?:es|ed) {STAYS}\w+",
    rf"(?<!a )(?<!the )reduc(?:es|ed) {STAYS}\w+",
    rf"(?:allow|enabl)(?:e?s|ed) {BETWEEN}to",
    rf"help(?:s|ed) {BETWEEN}(?:to |\w+)",
    rf"contribut(?:es|ed) to (?!{OURS})",
    r"facilitat(?:es|ed) (?!by\b|the (?:session|workshop|round|discussion|debrief)|it\b|them\b|this\b)",
    r"makes? people|made people",
    r"(?<!side )effects? (?:of|on) |effective(?:ness)?",
    rf"because of (?:the |these |this |our )?{HELD}",
)

CAUSAL = re.compile(rf"\b(?:{'|'.join((*FRENCH, *ENGLISH))})", re.IGNORECASE)
