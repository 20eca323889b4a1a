"""Three rich sessions, told as events: 1-2-4-All, a co-development consultation, the common pot."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from facilitation.domain import events as e
from facilitation.domain.computing import work_out
from facilitation.domain.evolve import evolve
from facilitation.domain.format import (
    AnswersPart,
    Board,
    Carry,
    Chart,
    ChartPart,
    Choose,
    Column,
    Compute,
    Credits,
    Duration,
    Format,
    Grouping,
    ListPart,
    Mark,
    Question,
    Repeat,
    Role,
    RulesPart,
    Section,
    Setting,
    Stage,
    TablePart,
    Text,
    Visibility,
    Vote,
    VotesPart,
)
from facilitation.domain.grouping import form_groups
from facilitation.domain.plan import SettingsScope
from facilitation.domain.session import AnswerValue, Consents, Session

STARTED = 1_763_820_000_000
"""2025-11-22, 15:00 in Paris."""

MINUTE = 60_000

IDEAS = {
    "fr": (
        "Un livret d'accueil écrit avec les personnes qui viennent d'arriver, pas pour elles.",
        "Organiser un repas partagé chaque premier jeudi du mois, sans ordre du jour.",
        "Donner à chacun un binôme pendant les trois premières semaines.",
        "Afficher les horaires des bus dans l'entrée : beaucoup arrivent en retard à cause de ça.",
        "Dire clairement ce qui n'est pas obligatoire.",
        "Moins de formulaires le premier jour ; on peut les remplir ensemble plus tard.",
        "Un tableau des compétences : je sais faire, je voudrais apprendre.",
        "Que les anciens racontent leur propre première semaine.",
        "Une salle calme, avec du café, où l'on a le droit de ne rien faire.",
        "Prévoir une visite du quartier à pied, avec quelqu'un qui l'habite.",
        "Écrire les règles en langage clair, avec des dessins.",
        "Demander à la personne ce qu'elle a envie qu'on sache d'elle, et s'arrêter là.",
        "Une boîte à questions anonymes, relevée chaque vendredi devant tout le monde.",
        "Commencer les réunions par un tour de météo.",
        "Former deux volontaires à l'écoute ; les payer pour ça.",
        "Réserver dix minutes à la fin de chaque atelier pour ce qui n'a pas été dit.",
    ),
    "en": (
        "A welcome booklet written with the people who have just arrived, not for them.",
        "A shared meal on the first Thursday of each month, with no agenda.",
        "Give everyone a partner for their first three weeks.",
        "Put the bus times in the hall: many of us are late because of them.",
        "Say clearly what is not compulsory.",
        "Fewer forms on the first day; they can be filled in together, later.",
        "A board of skills: I can do this, I would like to learn that.",
        "Let those who have been here for long tell their own first week.",
        "A quiet room, with coffee, where doing nothing is allowed.",
        "A walk through the neighbourhood with somebody who lives there.",
        "Write the rules in plain language, with drawings.",
        "Ask people what they want us to know about them, and stop there.",
        "A box for anonymous questions, opened every Friday in front of everyone.",
        "Start meetings with a weather round.",
        "Train two volunteers to listen; pay them for it.",
        "Keep ten minutes at the end of each workshop for what was not said.",
    ),
}


@dataclass
class Telling:
    """A session being told: one event after another, and the clock."""

    session: Session = field(default_factory=Session)
    now: int = STARTED
    events: list[e.Event] = field(default_factory=list)

    def tell(self, *events: e.Event) -> None:
        """These things happened."""
        for event in events:
            self.session = evolve(self.session, event)
            self.events.append(event)

    def plan(self, form: Format, title: str, locale: Literal["fr", "en"], seed: int = 7) -> None:
        """A session was planned, and its door opened."""
        self.tell(
            e.SessionPlanned("s1", title, locale, form, "format: …", "9f2c" * 16, seed, {}, {}, self.now - 90 * MINUTE)
        )
        self.tell(e.DoorOpened(self.now - 10 * MINUTE))

    def welcome(
        self, count: int, refusing: Iterable[int] = (), paper: Iterable[int] = (), simulated: bool = False
    ) -> None:
        """`count` people came in; those `refusing` take part and are not reproduced."""
        silent, slips = set(refusing), set(paper)
        for n in range(1, count + 1):
            consents = Consents(report=n not in silent, quotation=n % 2 == 0, publication=n % 3 == 0)
            channel = "simulated" if simulated else "paper" if n in slips else "phone"
            self.tell(e.ParticipantJoined(f"p{n}", f"Alias{n:03d}", channel, consents, self.now - 5 * MINUTE))

    def start(self, key: str, carry: Sequence[tuple[str, Sequence[str]]] = ()) -> None:
        """A step began, with its groups and what it carries."""
        planned = self.session.planned(key)
        assert planned is not None
        ends = None if planned.seconds is None else self.now + planned.seconds * 1000
        self.tell(e.StageStarted(key, self.now, ends))
        if planned.stage.groups:
            self.tell(e.GroupsFormed(key, self._groups(key), self.now))
        for board, cards in carry:
            self.tell(e.ItemsCarried(key, board, tuple(cards), self.now))

    def _groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        planned = self.session.planned(key)
        assert planned is not None
        assert planned.stage.groups is not None
        grouping = planned.stage.groups
        earlier = next((rows for k, rows in self.session.groups.items() if k.split(".")[0] == grouping.of), ())
        if grouping.keep == "session" and self.session.groups:
            return next(reversed(self.session.groups.values()))
        people = [person.id for person in self.session.present]
        scope = SettingsScope(self.session.settings, planned.rounds)
        return form_groups(grouping, people, earlier, scope, random.Random(5))

    def close(self, key: str, by: Literal["facilitator", "timer", "everyone answered"] = "facilitator") -> None:
        """A step ended, its values were worked out."""
        planned = self.session.planned(key)
        assert planned is not None
        values = work_out(self.session, planned)
        self.tell(e.StageClosed(key, by, self.now), e.ValuesComputed(key, values, self.now))

    def wait(self, seconds: int) -> None:
        """Time passes."""
        self.now += seconds * 1000

    def post(self, key: str, board: str, person: str, text: str, column: str | None = None) -> str:
        """A card was posted; its id."""
        card = f"c{len(self.session.cards) + 1}"
        self.tell(e.CardPosted(card, board, key, person, text, column, self.now))
        return card

    def answer(self, key: str, question: str, person: str, value: AnswerValue, holder: str = "") -> None:
        """A question was answered."""
        self.tell(e.AnswerGiven(key, question, holder or person, person, value, self.now))

    def note(self, text: str, key: str | None) -> None:
        """The facilitator kept a moment."""
        self.tell(e.NoteTaken(f"n{len(self.session.notes) + 1}", text, "staff", key, self.now))


def T(fr: str, en: str) -> Text:
    """Both languages, short."""
    return Text(fr=fr, en=en)


ONE_TWO_FOUR_ALL = Format(
    id="one-two-four-all",
    version="1.0.0",
    language=1,
    kind="seminar-activity",
    title=T("1-2-4-Tous", "1-2-4-All"),
    summary=T(
        "Les idées grandissent : d'abord seul et en silence, puis à deux, à quatre, tous ensemble.",
        "Ideas grow from silent reflection to pairs, to fours, to the whole room.",
    ),
    credits=Credits("Liberating Structures", "CC BY-SA 4.0"),
    fewest=3,
    most=80,
    objectives=(T("Faire parler tout le monde, vite", "Hear everyone, quickly"),),
    settings=(
        Setting(
            "question",
            T("La question", "The question"),
            "text",
            T(
                "Comment mieux accueillir celles et ceux qui arrivent ?",
                "How could we better welcome those who arrive?",
            ),
        ),
        Setting(
            "keep", T("Idées gardées par groupe de quatre", "Ideas each four may bring"), "whole number", Fraction(1)
        ),
        Setting("dots", T("Gommettes par personne", "Dots per person"), "whole number", Fraction(3)),
    ),
    run=(
        Stage(
            id="alone",
            title=T("Seul", "Alone"),
            instruction=T("{question} Écrivez vos idées, en silence.", "{question} Write your ideas, in silence."),
            duration=Duration("1"),
            groups=Grouping("alone"),
            boards=(Board("ideas", Visibility("author"), prompt=T("{question}", "{question}")),),
        ),
        Stage(
            id="pairs",
            title=T("À deux", "In pairs"),
            instruction=T("Partagez vos idées, et faites-les grandir.", "Share your ideas, and let them grow."),
            duration=Duration("2"),
            groups=Grouping("size", size="2"),
            carry=(Carry("ideas", "all"),),
            boards=(Board("ideas", Visibility("group"), edited_by="group"),),
        ),
        Stage(
            id="fours",
            title=T("À quatre", "In fours"),
            instruction=T("Choisissez {keep} idée à porter devant tous.", "Choose {keep} idea to bring to everyone."),
            duration=Duration("4"),
            groups=Grouping("merge", of="pairs"),
            carry=(Carry("ideas", "all"),),
            boards=(Board("ideas", Visibility("group"), edited_by="group"),),
            choose=Choose("ideas", "group", "keep"),
        ),
        Stage(
            id="all",
            title=T("Tous ensemble", "All together"),
            instruction=T("Placez vos {dots} gommettes.", "Place your {dots} dots."),
            duration=Duration("5"),
            groups=Grouping("everyone"),
            carry=(Carry("ideas", "chosen"),),
            boards=(Board("ideas", Visibility("everyone"), names="group"),),
            vote=Vote("ideas", "dots"),
        ),
        Stage(
            id="echo", title=T("Écho", "Echo"), duration=Duration("5"), instruction=T("Un mot chacun.", "A word each.")
        ),
    ),
    document=(
        Section(
            T("Les idées retenues", "The ideas we kept"), (ListPart("ideas", "all", None, "votes"), VotesPart("all"))
        ),
        Section(T("Tout ce qui a été écrit seul", "Everything written alone"), (ListPart("ideas", "alone"),), True),
    ),
)


def one_two_four_all(
    count: int = 12,
    locale: Literal["fr", "en"] = "fr",
    each: int = 2,
    words: Sequence[str] = (),
    refusing: Iterable[int] = (5, 9),
) -> Session:
    """A session of 1-2-4-All, with an extension, a skip, a withdrawal, a moderated card and two refusals."""
    told = Telling()
    titles = {"fr": "Accueillir : idées du 22 novembre", "en": "Welcoming: ideas of 22 November"}
    told.plan(ONE_TWO_FOUR_ALL, titles[locale], locale)
    told.welcome(count, refusing=refusing, paper=(2, 7))
    said = _cycle(tuple(words) or IDEAS[locale])
    _alone(told, count, each, said)
    _pairs(told, count, said)
    chosen = _fours(told)
    _all_together(told, count, chosen)
    told.tell(e.StageSkipped("echo", "La salle devait être rendue à 16 h.", told.now), e.SessionClosed(told.now))
    return told.session


def _cycle(words: Sequence[str]) -> Iterator[str]:
    turn = 0
    while True:
        for text in words:
            yield text if turn == 0 else f"{text} ({turn + 1})"
        turn += 1


def _alone(told: Telling, count: int, each: int, said: Iterator[str]) -> None:
    told.start("alone")
    for n in range(1, count + 1):
        for _ in range(each if n % 3 else max(1, each - 1)):
            told.wait(2)
            told.post("alone", "ideas", f"p{n}", next(said))
    told.wait(20)
    told.tell(e.TimerExtended("alone", 120, told.now + 120_000, told.now))
    told.wait(95)
    told.close("alone", "timer")


def _pairs(told: Telling, count: int, said: Iterator[str]) -> None:
    told.start("pairs", [("ideas", tuple(told.session.cards))])
    told.wait(70)
    told.post("pairs", "ideas", "p1", next(said))
    told.tell(e.CardWithdrawn("c2", told.now))
    if count > 3:
        told.tell(e.CardHidden("c4", told.now))
    told.note("Deux personnes ont demandé si leurs idées seraient signées : non, redit à tous.", "pairs")
    told.wait(60)
    told.close("pairs")


def _fours(told: Telling) -> list[str]:
    told.start("fours", [("ideas", [c.id for c in told.session.cards.values() if not c.withdrawn])])
    told.wait(200)
    chosen = []
    for n, group in enumerate(told.session.groups["fours"]):
        theirs = [c.id for c in told.session.cards.values() if c.author in group and not c.withdrawn and not c.hidden]
        picks = tuple(theirs[:1])
        if picks:
            told.tell(e.CardsChosen("fours", f"group:{n}", group[0], picks, told.now))
            chosen.extend(picks)
    told.wait(35)
    told.close("fours")
    return chosen


def _all_together(told: Telling, count: int, chosen: Sequence[str]) -> None:
    told.start("all", [("ideas", chosen)])
    told.wait(180)
    for n in range(1, count + 1):
        if chosen and n % 11:
            first, second = chosen[n % len(chosen)], chosen[n * n % len(chosen)]
            told.tell(e.VoteCast("all", f"p{n}", {first: 3} if first == second else {first: 2, second: 1}, told.now))
    told.tell(e.StepRevealed("all", told.now))
    told.note("Le vote a été commenté longuement ; trois groupes veulent continuer ensemble.", "all")
    told.wait(90)
    told.close("all")


CODEVELOPPEMENT = Format(
    id="codeveloppement",
    version="1.0.0",
    language=1,
    kind="peer-exchange",
    title=T("Une consultation de codéveloppement", "A co-development consultation"),
    summary=T(
        "Un client expose une situation, ses pairs consultants l'aident à mieux la comprendre et à agir.",
        "A client presents a situation; peers help to understand it better and to act.",
    ),
    credits=Credits("A. Payette et C. Champagne, Le groupe de codéveloppement professionnel", "CC BY 4.0"),
    fewest=4,
    most=8,
    roles=(
        Role("client", T("Client", "Client")),
        Role("consultants", T("Consultants", "Consultants"), chosen_by="everyone else"),
    ),
    run=(
        Stage(
            id="presentation",
            title=T("1 · Exposé", "1 · Presentation"),
            tell={
                "client": T("Exposez la situation. Personne ne vous interrompt.", "Present the situation."),
                "consultants": T("Écoutez et notez.", "Listen and take notes."),
            },
            duration=Duration("10"),
            boards=(Board("private_notes", Visibility("author"), written_by="consultants"),),
        ),
        Stage(
            id="clarification",
            title=T("2 · Clarification", "2 · Clarification"),
            instruction=T("Questions d'information seulement.", "Questions of information only."),
            duration=Duration("15"),
            boards=(
                Board(
                    "questions",
                    Visibility("everyone"),
                    written_by="consultants",
                    marks=(Mark("answered", T("répondue", "answered"), "client"),),
                ),
            ),
        ),
        Stage(
            id="contract",
            title=T("3 · Contrat", "3 · Contract"),
            duration=Duration("5"),
            ask=(
                Question("request", "long text", T("Ma demande au groupe est…", "My request is…"), asked_of="client"),
            ),
            answers_seen_by=Visibility("everyone"),
        ),
        Stage(
            id="consultation",
            title=T("4 · Consultation", "4 · Consultation"),
            instruction=T("Réactions, expériences, suggestions.", "Reactions, experiences, suggestions."),
            duration=Duration("30"),
            silent=("client",),
            boards=(
                Board(
                    "contributions",
                    Visibility("everyone"),
                    columns=(
                        Column("reactions", T("Réactions", "Reactions")),
                        Column("experiences", T("Expériences", "Experiences")),
                        Column("suggestions", T("Suggestions", "Suggestions")),
                    ),
                    written_by="consultants",
                    marks=(Mark("kept", T("retenue", "kept"), "client"),),
                ),
            ),
        ),
        Stage(
            id="plan",
            title=T("5 · Synthèse et plan d'action", "5 · Synthesis and plan"),
            duration=Duration("10"),
            ask=(
                Question("synthesis", "long text", T("Ce que je retiens", "What I keep"), asked_of="client"),
                Question(
                    "actions",
                    "list",
                    T("Mon plan d'action", "My plan"),
                    columns=(T("Action", "Action"), T("Avec qui", "With whom"), T("Avant le", "Before")),
                    asked_of="client",
                ),
            ),
            answers_seen_by=Visibility("everyone"),
        ),
        Stage(
            id="learning",
            title=T("6 · Apprentissages", "6 · Learning"),
            duration=Duration("15"),
            ask=(
                Question("learned", "long text", T("Ce que j'apprends pour ma pratique", "What I learn")),
                Question(
                    "useful",
                    "scale",
                    T("Utilité de la séance", "Usefulness of the session"),
                    minimum="1",
                    maximum="5",
                    anonymous=True,
                ),
                Question("again", "yes-no", T("Recommencer avec ce groupe ?", "Again with this group?")),
            ),
            answers_seen_by=Visibility("author", "everyone answered", "everyone"),
        ),
    ),
    document=(
        Section(T("Situation et demande", "Situation and request"), (AnswersPart("request"),)),
        Section(T("Contributions retenues", "Contributions kept"), (ListPart("contributions", only="kept"),)),
        Section(T("Plan d'action", "Plan of action"), (AnswersPart("synthesis"), AnswersPart("actions"))),
        Section(
            T("Apprentissages", "Learning"),
            (ListPart("learned"), ChartPart("useful", "bars", T("Utilité de la séance", "Usefulness of the session"))),
        ),
    ),
)


def codeveloppement(count: int = 6, locale: Literal["fr", "en"] = "fr") -> Session:
    """A consultation: one client, the others consultants; kept contributions, a plan, what was learned."""
    told = Telling()
    titles = {"fr": "Relancer le café associatif", "en": "Starting the community café again"}
    told.plan(CODEVELOPPEMENT, titles[locale], locale)
    told.welcome(count)
    told.tell(e.RoleAssigned("client", ("p1",), told.now))
    said = iter(_cycle(IDEAS[locale]))
    told.start("presentation")
    told.post("presentation", "private_notes", "p2", "À garder pour moi : demander plus tard le budget.")
    told.wait(640)
    told.close("presentation")
    _consult(told, count, said)
    _learn(told, count, said)
    told.tell(e.SessionClosed(told.now))
    return told.session


def _consult(told: Telling, count: int, said: Iterator[str]) -> None:
    told.start("clarification")
    for n in range(2, count + 1):
        card = told.post("clarification", "questions", f"p{n}", next(said))
        told.tell(e.CardMarked(card, "answered", True, "p1", told.now))
        told.wait(150)
    told.close("clarification", "timer")
    told.start("contract")
    told.answer(
        "contract", "request", "p1", "Aidez-moi à décider par où commencer.\nJe ne cherche pas un plan complet."
    )
    told.wait(280)
    told.close("contract", "everyone answered")
    told.start("consultation")
    for turn, column in enumerate(("reactions", "experiences", "suggestions")):
        for n in range(2, count + 1):
            card = told.post("consultation", "contributions", f"p{n}", next(said), column)
            if (n + turn) % 3 == 0:
                told.tell(e.CardMarked(card, "kept", True, "p1", told.now))
            told.wait(90)
    told.wait(300)
    told.close("consultation")


def _learn(told: Telling, count: int, said: Iterator[str]) -> None:
    told.start("plan")
    told.answer("plan", "synthesis", "p1", "Commencer petit, avec deux personnes déjà prêtes.")
    rows = (
        ("Appeler les deux voisines", "seule", "1er décembre"),
        ("Préparer une après-midi d'essai, gratuite, sans inscription", "le groupe du jeudi", "15 janvier"),
        ("Dire à tous ce qui a été décidé", "", "31 janvier"),
    )
    told.answer("plan", "actions", "p1", rows)
    told.wait(615)
    told.close("plan")
    told.start("learning")
    for n in range(1, count + 1):
        told.answer("learning", "learned", f"p{n}", next(said))
        told.answer("learning", "again", f"p{n}", n != 3)
        if n != 2:
            told.answer("learning", "useful", f"p{n}", Fraction(3 + n % 3))
    told.wait(800)
    told.close("learning")


PUBLIC_GOODS = Format(
    id="public-goods",
    version="1.0.0",
    language=1,
    kind="cooperation-game",
    title=T("Le pot commun", "The common pot"),
    summary=T(
        "Chacun décide en secret combien mettre dans un pot qui grandit et se partage également.",
        "Everyone decides in secret how much to put in a pot that grows and is shared equally.",
    ),
    credits=Credits("oTree sample app public_goods_simple", "MIT"),
    fewest=3,
    most=60,
    groups=Grouping("size", size="3", keep="session"),
    settings=(
        Setting(
            "endowment", T("Points au début d'un tour", "Points at the start of a round"), "whole number", Fraction(100)
        ),
        Setting("multiplier", T("Le pot est multiplié par", "The pot is multiplied by"), "number", Fraction(9, 5)),
        Setting("rounds", T("Nombre de tours", "Number of rounds"), "whole number", Fraction(3)),
    ),
    run=(
        Stage(
            id="instructions",
            title=T("Règles", "Rules"),
            duration=Duration("3"),
            instruction=T(
                "À chaque tour vous recevez {endowment} points ; le pot est multiplié par {multiplier}.",
                "Each round you receive {endowment} points; the pot is multiplied by {multiplier}.",
            ),
        ),
        Repeat(
            "rounds",
            (
                Stage(
                    id="contribute",
                    title=T("Contribuer", "Contribute"),
                    duration=Duration("2"),
                    ask=(
                        Question(
                            "contribution",
                            "whole number",
                            T("Points pour le pot", "Points for the pot"),
                            minimum="0",
                            maximum="endowment",
                        ),
                    ),
                    compute=(
                        Compute("group", "pot", "sum(contribution)"),
                        Compute("group", "share", "pot * multiplier / group.size"),
                        Compute("person", "points", "endowment - contribution + share"),
                    ),
                    continue_when="everyone answered",
                    if_no_answer={"contribution": "0"},
                ),
                Stage(
                    id="results",
                    title=T("Résultats", "Results"),
                    duration=Duration("1"),
                    charts=(Chart("line", "average(contribution)", T("Contribution moyenne", "Average contribution")),),
                ),
            ),
        ),
        Stage(
            id="debrief",
            title=T("Débriefing", "Debrief"),
            duration=Duration("10"),
            boards=(
                Board(
                    "lessons",
                    Visibility("everyone"),
                    columns=(
                        Column("noticed", T("Ce que j'ai remarqué", "What I noticed")),
                        Column("reminds", T("Ce que cela me rappelle", "What it reminds me of")),
                    ),
                ),
            ),
        ),
    ),
    document=(
        Section(T("Règles jouées", "Rules played"), (RulesPart(),)),
        Section(
            T("Contributions tour après tour", "Contributions round after round"),
            (
                TablePart(
                    "average(contribution)",
                    T("Contribution moyenne par groupe", "Average contribution by group"),
                    "group",
                ),
                ChartPart("average(contribution)", "line", T("Contribution moyenne", "Average contribution")),
            ),
        ),
        Section(T("Ce que nous en tirons", "Lessons"), (ListPart("lessons"),)),
    ),
)


def public_goods(count: int = 12, locale: Literal["fr", "en"] = "fr", simulated: bool = False) -> Session:
    """Three rounds of the common pot; in the second, somebody does not answer."""
    told = Telling()
    titles = {"fr": "Le pot commun, séance du samedi", "en": "The common pot, on Saturday"}
    told.plan(PUBLIC_GOODS, titles[locale], locale)
    told.welcome(count, simulated=simulated)
    told.start("instructions")
    told.wait(170)
    told.close("instructions")
    draw = random.Random(11)
    for turn in (1, 2, 3):
        told.start(f"contribute.{turn}")
        for n in range(1, count + 1):
            if (turn, n) != (2, 3):
                told.answer(f"contribute.{turn}", "contribution", f"p{n}", Fraction(draw.randrange(0, 101, 5)))
        told.wait(60 + 20 * turn)
        told.close(f"contribute.{turn}", "timer" if turn == 2 else "everyone answered")
        told.start(f"results.{turn}")
        told.wait(65)
        told.close(f"results.{turn}")
    told.start("debrief")
    for n in range(1, count + 1):
        told.post("debrief", "lessons", f"p{n}", IDEAS[locale][n % 16], "noticed" if n % 2 else "reminds")
    told.wait(900)
    told.close("debrief")
    told.tell(e.SessionClosed(told.now))
    return told.session


def without(session: Session, **changes: object) -> Session:
    """The same session with some fields changed."""
    return replace(session, **changes)  # type: ignore[arg-type]
