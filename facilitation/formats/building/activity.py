"""Questions, boards, votes, groups and charts, from their forms."""

from dataclasses import replace
from typing import Literal, cast

from facilitation.domain.format import (
    Assign,
    Axis,
    Board,
    Carry,
    Chart,
    Choose,
    Column,
    Duration,
    Grouping,
    Manner,
    Map,
    Mark,
    Option,
    Question,
    QuestionKind,
    Text,
    Visibility,
    Vote,
)
from facilitation.domain.format.activity import ChartKind, Moment
from facilitation.formats.reading.form import Form, Said
from facilitation.formats.reading.values import exact

NOTHING = Text.same("")

FIXED_AUDIENCES = ("author", "group", "everyone", "totals", "facilitator", "nobody")


LONGEST_DAY = 40

EACH = {"other member": "amounts", "item": "items", "card": "items"}


def text_of(said: Said) -> Text:
    """The words kept under a name."""
    return said.value if isinstance(said.value, Text) else NOTHING


def options_of(form: Form, key: str = "options") -> tuple[Option, ...]:
    """The answers that can be picked; one that is written as a number counts as that number."""
    found = []
    for name, said in form.named(key).items():
        label = said.value.text("label") if isinstance(said.value, Form) else text_of(said)
        given = said.value.maybe("worth") if isinstance(said.value, Form) else None
        plain = label.fr.strip() if label and label.fr == label.en and exact(label.fr.strip()) is not None else None
        found.append(Option(name, label or NOTHING, given or plain))
    return tuple(found)


def audience(word: str) -> str:
    """An audience as the session knows it: a role's name becomes `role:NAME`."""
    plain = "author" if word == "author only" else word
    return plain if plain in FIXED_AUDIENCES else f"role:{plain}"


def visibility(form: Form | None, default: str = "author") -> Visibility:
    """Who sees, and from when."""
    if form is None:
        return Visibility(default)
    then = form.maybe("then")
    return Visibility(
        first=audience(form.word("first", "author")),
        until=cast(Moment | None, form.maybe("until")),
        then=audience(then) if then else None,
    )


def question(name: str, form: Form) -> Question:
    """One question."""
    day, people = form.word("type") == "date", form.word("type") == "person"
    kind = "short text" if day else "choice" if people else EACH.get(form.word("for each"), form.word("type"))
    return Question(
        name=name,
        kind=cast(QuestionKind, kind),
        label=form.text("label") or NOTHING,
        help=form.text("help"),
        minimum=form.maybe("min"),
        maximum=form.maybe("max"),
        options=options_of(form),
        columns=form.texts("columns"),
        asked_of=form.word("asked of", "everyone"),
        answered_by=cast(Literal["person", "group"], form.word("answered by", "person")),
        anonymous=form.truth("anonymous", False),
        required=form.truth("required", True),
        longest=LONGEST_DAY if day else form.whole("longest", 2000),
        day=day,
        people=people,
        total=form.maybe("total"),
        shown_as=form.text("shown as"),
        items=tuple(Option(key, text_of(said)) for key, said in form.named("items").items()),
        items_of=form.maybe("of"),
        same_as=form.word("same as"),
        each=cast(
            Literal["whole number", "number", "scale", "yes-no"],
            form.word("type") if form.word("for each") in ("item", "card") else "number",
        ),
    )


def axes(form: Form | None) -> Map | None:
    """The two axes of a map."""
    across, up = (form.form(key) for key in ("across", "up")) if form else (None, None)
    return Map(_axis(across), _axis(up)) if across and up else None


def _axis(form: Form) -> Axis:
    return Axis(form.text("low") or NOTHING, form.text("high") or NOTHING)


def board(form: Form, known: dict[str, Board]) -> Board:
    """One board; without columns or a map of its own, it keeps those it had in an earlier stage."""
    name = form.word("name")
    columns = tuple(Column(key, text_of(said)) for key, said in form.named("columns").items())
    before = known.get(name)
    known[name] = _board(form, columns or (before.columns if before else ()), before.map if before else None)
    return known[name]


def _board(form: Form, columns: tuple[Column, ...], laid_out: Map | None) -> Board:
    name, shown = form.word("name"), form.form("reveal") or Form("reveal", form.spot)
    return Board(
        name=name,
        seen_by=visibility(form.form("seen by")),
        prompt=form.text("prompt"),
        columns=columns,
        written_by=form.word("written by", "everyone"),
        edited_by=cast(Literal["author", "group"], form.word("edited by", "author")),
        names=cast(Literal["hidden", "shown", "group"], form.word("names", "hidden")),
        marks=tuple(Mark(name, m.text("label") or NOTHING, m.word("by")) for name, m in form.named_forms("marks")),
        per_person=form.maybe("per person"),
        longest=form.whole("longest", 2000),
        belongs_to=cast(Literal["author", "table"], form.word("belongs to", "author")),
        open_columns=form.words("open columns"),
        scores=form.word("scores") == "shown",
        comments_by=form.word("comments by", "nobody"),
        sifted_by=form.word("sifted by", "nobody"),
        reveal=cast(Literal["at once", "by author", "countdown", "column by column"], shown.word("how", "at once")),
        reveal_seconds=shown.maybe("seconds each"),
        per_group=form.maybe("per group"),
        columns_by={key: str(said.value) for key, said in form.named("columns written by").items()},
        map=axes(form.form("map")) or laid_out,
        placed_by=cast(
            Literal["author", "person", "group", "nobody"],
            form.word("placed by", "author" if "map" in form else "nobody"),
        ),
    )


def carry(name: str, form: Form) -> Carry:
    """The cards of one board that come along."""
    return replace(_carried(name, form), merged=form.truth("merged", False))


def _carried(name: str, form: Form) -> Carry:
    if "marked" in form:
        return Carry(name, "marked", mark=form.word("marked"))
    if "top" in form:
        return Carry(name, "top", top=form.word("top"))
    if "deal" in form:
        return Carry(name, "dealt", deal=form.word("deal"))
    return Carry(
        name,
        cast(Literal["all", "none", "chosen", "kept", "merged", "this round", "this card"], form.word("what", "all")),
    )


def choose(form: Form | None) -> Choose | None:
    """The pick of a group or a person."""
    if form is None:
        return None
    return Choose(
        form.word("from"),
        cast(Literal["group", "person"], form.word("by", "group")),
        form.word("how many"),
    )


def vote(form: Form | None) -> Vote | None:
    """A vote."""
    if form is None:
        return None
    return Vote(
        of=form.word("of"),
        dots=form.word("dots", "0"),
        per_item=form.maybe("per item"),
        own_cards=form.truth("own cards", True),
        by=form.word("by", "everyone"),
        reveal=cast(
            Literal["at the end", "when revealed", "live", "later"],
            form.word("reveal", "at the end"),
        ),
        rate_from=form.maybe("rate from") or ("1" if "rate to" in form else None),
        rate_to=form.maybe("rate to"),
        manner=cast(Manner, form.word("with", "dots")),
    )


def assigned(role: str, form: Form) -> Assign:
    """A role given when the stage ends."""
    for by in ("highest", "lowest"):
        if by in form:
            return Assign(role, by=by, value=form.word(by))
    if "most named" in form:
        return Assign(role, by="most named", question=form.word("most named"))
    if "swap with" in form:
        return Assign(role, by="swap", other=form.word("swap with"))
    if "from" in form:
        return Assign(role, by="volunteers")
    return Assign(role, form.word("author of top"))


def chart(form: Form) -> Chart:
    """A chart that everyone sees."""
    return Chart(
        kind=cast(ChartKind, form.word("type", "bars")),
        value=form.word("value"),
        title=form.text("title") or NOTHING,
        by=cast(Literal["round", "group", "answer"], form.word("by", "round")),
        of=form.words("of"),
        target=form.maybe("target"),
    )


def duration(words: str | None) -> Duration | None:
    """Minutes; `2 per person` is two for each member of the largest group."""
    if words is None:
        return None
    per: Literal["stage", "person"] = "person" if words.endswith("per person") else "stage"
    low, high = ends_of(words)
    return Duration(high, per, low)


def ends_of(words: str) -> tuple[str | None, str]:
    """`5 to 10 per person`: the low end, if there is one, and the high one."""
    low, between, high = words.removesuffix("per person").strip().rpartition(" to ")
    return (low.strip() or None) if between else None, high.strip()


def grouping(form: Form | None) -> Grouping | None:
    """Who works with whom."""
    if form is None:
        return None
    how, of = _manner(form)
    return Grouping(
        how=how,
        size=form.maybe("size"),
        of=of,
        by=form.whole("by", 2),
        keep=cast(Literal["stage", "session"], form.word("keep", "stage")),
        leftover=cast(
            Literal[
                "make groups larger",
                "make a smaller group",
                "join the smallest",
                "stay apart",
            ],
            form.word("leftover", "make groups larger"),
        ),
        latecomers=cast(
            Literal["join the smallest", "observe", "next round"],
            form.word("latecomers", "join the smallest"),
        ),
        form=cast(
            Literal[
                "random",
                "new partners",
                "total strangers",
                "rotating",
                "same answer",
                "different answers",
                "mixed roles",
                "ring",
                "chain",
            ],
            form.word("form", "random"),
        ),
        answer=form.maybe("answer"),
        stays=form.maybe("stays"),
        among=tuple(Option(key, text_of(said)) for key, said in form.named("among").items()),
        cards_of=form.maybe("cards of"),
        column=form.maybe("column"),
        chosen_by=cast(
            Literal["chance", "participants", "facilitator"],
            form.word("chosen by", "participants" if "among" in form or "cards of" in form else "chance"),
        ),
        moves_freely=form.word("move") == "freely",
        at_most=form.maybe("at most"),
        hosted_by=form.maybe("hosted by"),
    )


def _manner(
    form: Form,
) -> tuple[Literal["alone", "everyone", "size", "merge", "same as", "among", "cards of"], str | None]:
    if "among" in form:
        return "among", None
    if "cards of" in form:
        return "cards of", None
    if "size" in form:
        return "size", None
    if "merge" in form:
        return "merge", form.word("merge")
    if "same as" in form:
        return "same as", form.word("same as")
    return cast(Literal["alone", "everyone"], form.word("how", "everyone")), None
