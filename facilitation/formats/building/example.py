"""The examples of a format, from their forms."""

from collections.abc import Mapping

from facilitation.domain.format import GONE, NOT_YET, Example, Setting, SettingValue
from facilitation.formats.building.setting import read_value
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form, kept
from facilitation.formats.reading.spelling import nearest, spelled
from facilitation.formats.reading.tree import Items, Node, Word

MISSING = ("missing", "manquant", "absent")
ELSEWHERE = {"gone": GONE, "parti": GONE, "partie": GONE, "not yet": NOT_YET, "pas encore": NOT_YET}


def example(form: Form, settings: Mapping[str, Setting], report: Report) -> Example:
    """One example; what cannot be read is left out and remarked on."""
    answers = {name: kept(said) for name, said in form.named("answers").items()}
    drawn = {name: kept(said) for name, said in form.named("drawn").items()}
    expect = {name: kept(said) for name, said in form.named("expect").items()}
    return Example(
        settings=_settings(form, settings, report),
        answers={name: _rounds(said, report) for name, said in answers.items() if not isinstance(said, Word)},
        expect={
            name: tuple(value or "" for value in _row(said, report))
            for name, said in expect.items()
            if not isinstance(said, Word)
        },
        refused=form.truth("refused", False),
        people=tuple(int(item.value) for item in form.items("people") if isinstance(item.value, int)),
        each_answers={name: said.text.strip() for name, said in answers.items() if isinstance(said, Word)},
        drawn={name: _rounds(said, report) for name, said in drawn.items() if not isinstance(said, Word)},
        each_drawn={name: said.text.strip() for name, said in drawn.items() if isinstance(said, Word)},
        each_has={name: _cell(said, report) or "" for name, said in expect.items() if isinstance(said, Word)},
    )


def _settings(form: Form, settings: Mapping[str, Setting], report: Report) -> dict[str, SettingValue]:
    found: dict[str, SettingValue] = {}
    for name, said in form.named("settings").items():
        node = kept(said)
        if name not in settings:
            meant = nearest(name, settings)
            report.add(
                "setting-meant" if meant else "setting-unknown",
                said.key,
                name=name,
                meant=meant or "",
            )
        elif node is not None and (value := read_value(settings[name], node, report)) is not None:
            found[name] = value
    return found


def _rounds(node: Node | None, report: Report) -> tuple[tuple[str | None, ...], ...]:
    if isinstance(node, Items) and all(isinstance(item, Items) for item in node.items):
        return tuple(_row(item, report) for item in node.items)
    return (_row(node, report),)


def _row(node: Node | None, report: Report) -> tuple[str | None, ...]:
    if not isinstance(node, Items):
        if node is not None:
            report.add("not-row", node.spot)
        return ()
    return tuple(_cell(item, report) for item in node.items)


def _cell(node: Node, report: Report) -> str | None:
    if not isinstance(node, Word):
        report.add("not-row", node.spot)
        return None
    if node.blank or spelled(node.text) in MISSING:
        return None
    return ELSEWHERE.get(spelled(node.text), node.text.strip())
