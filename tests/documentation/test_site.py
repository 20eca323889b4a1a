"""The static site of learnings: whole, offline, the same twice, and with nothing in it that its authors kept."""

import io
import json
import posixpath
import re
import zipfile
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.contested import Objection
from facilitation.documentation.dossier.quoting import known
from facilitation.documentation.dossier.shapes import Evidence
from facilitation.documentation.site import site_files
from facilitation.documentation.site.packing import packed
from facilitation.documentation.typography import moment_written
from facilitation.domain.session import Consents
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from tests.documentation.dossier_sample import dossier, sessions
from tests.documentation.sample import STARTED

ATOM = "{http://www.w3.org/2005/Atom}"


def told(**changed: object) -> Dossier:
    """The sample with its first learning validated, and the second a draft."""
    whole = dossier(DIFFUSION)
    first, second = whole.learnings
    first = replace(first, key=12, validated_at=STARTED, dissent="Une personne pense le contraire.", **changed)
    return replace(whole, learnings=(first, replace(second, key=13)))


def site(one: Dossier) -> dict[str, bytes]:
    return site_files({"fr": (one,), "en": (one,)})


def quoted() -> str:
    """The words that the first learning rests on."""
    whole = told()
    said = known(whole)[whole.learnings[0].evidence[0].ref].said
    return str(getattr(said, "text"))  # noqa: B009  # whatever kind of contribution it is


class Addresses(HTMLParser):
    """Everything that a page leads to, or would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "srcset", "poster", "data"):
                self.found.append(value or "")
            if name == "id":
                self.ids.add(value or "")


def test_only_what_is_validated_is_there() -> None:
    files = site(told())
    assert {"index.html", "en/index.html", "learnings/12.html", "experiments/7.html"} <= set(files)
    assert "learnings/13.html" not in files
    everything = b"".join(files.values()).decode()
    assert "L'accueil compte plus que le lieu." in everything
    assert "Sans parole, le pot baisse." not in everything
    assert "Une personne pense le contraire." in files["learnings/12.html"].decode()


def test_every_link_leads_somewhere_inside_and_nothing_comes_from_elsewhere() -> None:
    files = site(told())
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        page = Addresses()
        page.feed(content.decode())
        for address in page.found:
            if address in ("data:,", "#main"):
                continue
            assert not re.match(r"[a-z]+:|//|/", address), (name, address)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), address.partition("#")[0]))
            assert target in files, (name, address)
    for name, content in files.items():
        assert not re.search(rb"https?://(?!www\.w3\.org/2005/Atom)|url\(|@import", content), name
    assert files["files.txt"].decode().split() == sorted(files)


def test_the_same_dossiers_give_the_same_bytes() -> None:
    one, other = packed(site(told())), packed(site(told()))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(site(told()))
        assert {about.date_time for about in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}, "no clock is in it"


def test_words_are_quoted_only_where_their_authors_agreed_to_both() -> None:
    assert quoted() in b"".join(site(told()).values()).decode()
    for consents in (
        Consents(report=True, quotation=False, publication=True),
        Consents(report=True, quotation=True, publication=False),
    ):
        held = [
            replace(one, people={id: replace(who, consents=consents) for id, who in one.people.items()})
            for one in sessions()
        ]
        kept = replace(told(), sessions=tuple(outcome(one, DIFFUSION) for one in held))
        files = site(kept)
        assert quoted() not in b"".join(files.values()).decode()
        assert "qui ne sont pas publiées" in files["learnings/12.html"].decode().replace("\u00a0", " ")


def test_the_rendering_for_the_room_is_refused() -> None:
    with pytest.raises(AssertionError):
        site(dossier(RESTITUTION))


def test_what_is_contested_is_printed_beside_it_with_or_without_its_words() -> None:
    one = replace(
        told(),
        objections=(
            Objection("learning:1", "Ce n'est pas ce que j'ai vécu."),
            Objection("learning:1"),
            Objection("whole", "Il manque la fin."),
        ),
    )
    page = unescape(site(one)["learnings/12.html"].decode())
    assert "Ce n'est pas ce que j'ai vécu." in page
    assert "ses mots ne sont pas publiés" in page
    assert "Il manque la fin." in site(one)["experiments/7.html"].decode()


def test_without_evidence_it_is_called_an_intuition() -> None:
    files = site(told(evidence=()))
    assert "Une intuition" in files["learnings/12.html"].decode()
    assert "intuition" in files["index.html"].decode()


def test_the_feed_and_the_table_can_be_read() -> None:
    files = site(told())
    feed = ElementTree.fromstring(files["feed.atom"])  # our own bytes
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "L'accueil compte plus que le lieu."
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "learnings/12.html"
    assert (feed.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
    (learning,) = json.loads(files["learnings.json"])["learnings"]
    assert learning["experiment"]["licence"] == "CC BY 4.0"
    assert learning["evidence"]["quoted"] == [{"observed": False, "words": quoted()}]


def test_every_page_lets_in_nothing_but_its_own_files() -> None:
    for name, content in site(told()).items():
        if name.endswith(".html"):
            head = content.decode().partition("</head>")[0]
            policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', head)
            assert policy is not None, name
            assert "default-src 'none'" in policy[1]
            assert "unsafe" not in policy[1]
            # What stands before it in the page is not held to it.
            assert head.index(policy[0]) < head.index("<link")
            assert "<script" not in head or head.index(policy[0]) < head.index("<script")


def test_what_is_hostile_is_words() -> None:
    evil = "</script><script>alert(1)</script>\x07 &amp; <b>"
    files = site(told(learned=evil))
    for name in ("index.html", "learnings/12.html", "en/index.html"):
        assert "<script>alert" not in files[name].decode()
        assert "<b>" not in files[name].decode()
    ElementTree.fromstring(files["feed.atom"])


def test_an_empty_site_says_so() -> None:
    files = site_files({"fr": (), "en": ()})
    assert "Aucun apprentissage" in files["index.html"].decode()
    ElementTree.fromstring(files["feed.atom"])


def test_what_was_taken_back_since_is_said_and_moves_the_feed() -> None:
    """Of an entry that may have rested on it: one of its pieces of evidence is shown no more."""
    whole = told()
    evidence = (*whole.learnings[0].evidence, Evidence(0, "f" * 12))
    later = STARTED + 3 * 24 * 3600 * 1000
    back = replace(told(evidence=evidence), taken_back=later)
    same = replace(whole, taken_back=later)
    for one, moved in ((back, True), (same, False), (replace(back, taken_back=STARTED - 1), False)):
        files = site(one)
        dated = [entry.text for entry in ElementTree.fromstring(files["feed.atom"]).iter(f"{ATOM}updated")]
        assert dated == [moment_written(later if moved else STARTED)] * 2
        for name, said in (("", "Cette page remplace les précédentes"), ("en/", "This page replaces those before it")):
            assert (said in files[f"{name}learnings/12.html"].decode()) is moved
            assert (said in files[f"{name}experiments/7.html"].decode()) is moved
