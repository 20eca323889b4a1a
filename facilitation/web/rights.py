"""What a page asks of whoever opens it: which power in which experiment. What is not named here asks for the most."""

from collections.abc import Collection, Mapping
from typing import Any

from facilitation.records import live_sessions, members
from facilitation.records.accounts import Account
from facilitation.records.members import Power
from facilitation.records.sites import Site
from facilitation.web.doors import doors

FOR_EVERYONE_SIGNED_IN = frozenset({"experiments.show_all", "signing_in.sign_out_everywhere"})
"""Pages about no experiment in particular that guests of the house may open: they show only what is theirs."""

ASKS: Mapping[str, Power] = {
    "analysis.code": "write",
    "analysis.undo": "write",
    "analysis.quote": "write",
    "analysis.show": "read",
    "coded.download": "export",
    "comparing.settle": "write",
    "comparing.show": "read",
    "data.markdown": "read",
    "data.table": "export",
    "data.whole": "export",
    "data.workbook": "export",
    "clearances.show": "read",
    "dossier.advise": "advise",
    "dossier.answer": "write",
    "dossier.comment": "comment",
    "dossier.show": "read",
    "documents.cancel": "read",
    "documents.download": "read",
    "documents.download_html": "read",
    "documents.make": "read",
    "documents.progress": "read",
    "documents.show": "read",
    "experiments.show": "read",
    "following.commit": "write",
    "following.revisit": "write",
    "following.show": "read",
    "following.tell": "write",
    "hypotheses.add": "write",
    "hypotheses.change": "write",
    "hypotheses.conclude": "write",
    "hypotheses.delete": "write",
    "hypotheses.edit": "write",
    "hypotheses.new": "write",
    "hypotheses.verdict": "write",
    "journal.decide": "write",
    "journal.download_csv": "export",
    "journal.download_json": "export",
    "journal.promote": "write",
    "journal.show": "write",
    "leaflets.cancel": "read",
    "leaflets.download": "read",
    "leaflets.download_html": "read",
    "leaflets.make": "read",
    "leaflets.progress": "read",
    "leaflets.show": "read",
    "learnings.add": "write",
    "learnings.change": "write",
    "learnings.delete": "write",
    "learnings.edit": "write",
    "learnings.new": "write",
    "learnings.reopen": "run",
    "learnings.show_all": "read",
    "learnings.validate": "run",
    "observing.mine": "observe",
    "outputs.cancel": "read",
    "outputs.document": "read",
    "outputs.download_csv": "export",
    "outputs.download_json": "export",
    "outputs.download_pdf": "read",
    "outputs.download_timeline": "export",
    "outputs.make": "read",
    "outputs.progress": "read",
    "protocols.sheet": "read",
    "protocols.show": "read",
    "sessions.count_colleges": "run",
    "sessions.invite": "run",
    "sessions.show": "observe",
    "publishing.show": "read",
    "rereading.judged": "write",
    "team.show": "read",
    "texts.edit": "write",
    "texts.save": "write",
    "texts.show_all": "read",
    "writing.paper": "read",
    "writing.picking": "write",
    "writing.show": "read",
    "windows.notice": "read",
    "windows.qr": "read",
    "windows.review": "write",
    "windows.show": "read",
    "windows.spoken": "write",
    "themes.add": "write",
    "themes.change": "write",
    "themes.edit": "write",
    "themes.exemplify": "write",
    "themes.merge": "write",
    "themes.restore": "write",
    "themes.retire": "write",
    "themes.show_all": "read",
    "themes.take": "write",
}
"""Pages of one experiment that ask for less than `run`."""


def may_open(account: Account, endpoint: str, named: Mapping[str, Any]) -> bool:
    """Whether an account may open a page, given the names in its address."""
    if "trial_id" in named:
        trial = doors().trials.find(named["trial_id"])
        return trial is None or account.role == "admin" or trial.order.by == str(account.id)
    if "session_id" in named:
        return may_in_session(account, named["session_id"], ASKS.get(endpoint, "run"))
    if "experiment_id" in named:
        return may(account, named["experiment_id"], ASKS.get(endpoint, "run"))
    return endpoint in FOR_EVERYONE_SIGNED_IN or account.role in ("admin", "facilitator")


def may(account: Account, experiment: int, power: Power) -> bool:
    """Whether an account has a power in an experiment."""
    return power in members.powers(doors().database, account, experiment)


def may_see(account: Account, site: Site) -> bool:
    """Whether an account may see a site: of the whole house, of their organisation, or of an experiment of theirs."""
    return site.id in sites_seen(account, [site])


def sites_seen(account: Account, known: Collection[Site]) -> frozenset[int]:
    """Those of these sites that an account may see."""
    theirs = {
        site.id: account.role == "admin" or site.facts.organisation in (None, account.organisation) for site in known
    }
    if all(theirs.values()):
        return frozenset(theirs)
    of_their_experiments = members.sites_of(doors().database, account)
    return frozenset(site for site, own in theirs.items() if own or site in of_their_experiments)


def may_change_organisation(account: Account, organisation: int) -> bool:
    """Whether an account may change what is said of an organisation in every experiment: its logo, its kind."""
    return account.role == "admin" or account.organisation == organisation


def may_in_session(account: Account, session_id: str, power: Power) -> bool:
    """Whether an account has a power in the experiment of a session; a session nobody planned is nobody's."""
    header = live_sessions.find(doors().database, session_id)
    return header is not None and may(account, header.experiment, power)
