"""What a stage hands out: to whom it is for, on phones and on paper, and to nobody else."""

import json

from facilitation.domain import commands as c
from facilitation.domain.format import Handout, Role, Stage
from facilitation.projections.channels import all_channels, documents
from facilitation.projections.outcome import outcome
from facilitation.projections.packet import Wanted, packet
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

FLAT = Handout("flat", say("Annonce"), say("Deux pièces"))
COSTS = Handout(
    "costs", say("Charges"), None, (say("Poste"), say("Par mois")), ((say("Emprunt"), say("310")),), "owner"
)
OWNER = Role("owner", say("Bailleur"))


def _room() -> Room:
    stages = (
        Stage("read", say("Lire"), hand_out=("flat", "costs")),
        Stage("deal", say("Négocier"), hand_out=("costs",)),
        Stage("end", say("Fin")),
    )
    room = open_room(form(*stages, roles=(OWNER,), handouts=(FLAT, COSTS)), 3)
    room.do(c.AssignRole("owner", ("p1",)))
    room.next()
    return room


def test_each_reads_what_is_for_them_while_the_stage_is_on() -> None:
    room = _room()
    told = documents(room.session, all_channels(room.session))
    assert told["everyone"]["handouts"] == {
        "flat": {"title": {"fr": "Annonce", "en": "Annonce"}, "text": {"fr": "Deux pièces", "en": "Deux pièces"}}
    }
    assert [cell["fr"] for cell in told["person:p1"]["handouts"]["costs"]["rows"][0]] == ["Emprunt", "310"]
    assert [channel for channel, known in told.items() if "Emprunt" in json.dumps(known)] == ["person:p1"]
    room.next()
    told = documents(room.session, ["everyone", "person:p1"])
    assert "handouts" not in told["everyone"]
    assert "costs" in told["person:p1"]["handouts"]
    room.next()
    assert "handouts" not in documents(room.session, ["person:p1"])["person:p1"]


def test_paper_and_the_record_have_each_of_them_once() -> None:
    room = _room()
    wanted = Wanted(first=1, last=0, parts=("roles", "posters"))
    printed = packet(room.session, wanted, str, "", 30)
    assert [text.fr for _, text in printed.roles[0].lines] == ["Poste · Par mois\nEmprunt · 310"]
    assert [(p.title.fr, p.instruction and p.instruction.fr) for p in printed.posters][-1] == ("Annonce", "Deux pièces")
    for _ in range(2):
        room.next()
    room.do(c.CloseSession())
    given = {stage.stage: [title.fr for title, _ in stage.handouts] for stage in outcome(room.session).stages}
    assert given == {"read": ["Annonce", "Charges"], "deal": [], "end": []}
