"""``xunhui court``: what the court's own people do at its server, beside serving."""

from __future__ import annotations

import argparse
import datetime
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from app.clock import BEIJING, SystemClock
from app.errors import Refusal
from app.keys.recovery import new_escrow
from app.keys.shares import share_text
from sync.enrolment import Ticket, new_code
from sync.server.court import DEVICE, OFFICER, Court, CourtFacts
from sync.server.folder import make_court, open_court


def main(arguments: Sequence[str] | None = None) -> int:
    """Does one thing; 0 when it is done, 2 when it was refused, with the refusal's code on one line."""
    chosen = _parser().parse_args(arguments)
    try:
        if chosen.act == "make":
            facts = CourtFacts(chosen.code, chosen.name, practice=chosen.practice)
            make_court(chosen.folder, facts, chosen.host, SystemClock().now(), chosen.keys)
            return 0
        court = open_court(chosen.folder, SystemClock(), chosen.keys, chosen.database)
        try:
            _ACTS[chosen.act](court, chosen)
        finally:
            court.close()
    except Refusal as refusal:
        print(refusal.code)
        return 2
    return 0


def _ticket(court: Court, chosen: argparse.Namespace) -> None:
    authority = court.keys.authority_certificate.read_text(encoding="ascii")
    ticket = Ticket(chosen.url, court.facts.code, authority, court.paper_root(), new_code())
    court.newcomers.issue_code(ticket.code, chosen.name, every_case=chosen.every_case)
    chosen.file.write_text(ticket.text(), encoding="utf-8")
    print(f"{ticket.url}\n{ticket.code}\n{ticket.words}")


def _settings(court: Court, chosen: argparse.Namespace) -> None:
    told = json.loads(chosen.file.read_text(encoding="utf-8"))
    court.newcomers.keep_settings({**told.get("court", told), "name": court.facts.name, "code": court.facts.code})


def _escrow(court: Court, _chosen: argparse.Namespace) -> None:
    public, shares = new_escrow(os.urandom)
    court.newcomers.keep_escrow(public)
    for share in shares:
        print(share_text(share))


def _lease(court: Court, chosen: argparse.Namespace) -> None:
    print(court.newcomers.longer_lease(chosen.device, chosen.extensions, chosen.days))


def _numbers(court: Court, chosen: argparse.Namespace) -> None:
    court.numbers_given_out(chosen.type, chosen.year, chosen.upto)


def _officer(court: Court, chosen: argparse.Namespace) -> None:
    court.name_officer(chosen.officer, chosen.name, chosen.role)


def _revoke(court: Court, chosen: argparse.Namespace) -> None:
    court.revoke(chosen.kind, chosen.subject, chosen.reason)


def _assign(court: Court, chosen: argparse.Namespace) -> None:
    court.assign(chosen.device, chosen.case)


def _withdraw(court: Court, chosen: argparse.Namespace) -> None:
    court.withdraw(chosen.device, chosen.case)


def _backed_up(court: Court, chosen: argparse.Namespace) -> None:
    court.log.backed_up(chosen.size)


def _keys(court: Court, _chosen: argparse.Namespace) -> None:
    print(json.dumps(court.signing_keys.asked(), ensure_ascii=False, indent=1))


def _certify(court: Court, chosen: argparse.Namespace) -> None:
    for key in chosen.key:
        court.signing_keys.certify(key)


def _refuse(court: Court, chosen: argparse.Namespace) -> None:
    court.signing_keys.refuse(chosen.key, chosen.reason)


def _services(court: Court, _chosen: argparse.Namespace) -> None:
    print(json.dumps(court.sending.waiting(), ensure_ascii=False, indent=1))


def _sent(court: Court, chosen: argparse.Namespace) -> None:
    court.sending.sent(chosen.service, chosen.at.astimezone(BEIJING) if chosen.at else court.clock.now())


def _state(court: Court, _chosen: argparse.Namespace) -> None:
    head = court.head()
    told = {
        "court": court.facts.code,
        "name": court.facts.name,
        "practice": court.facts.practice,
        "log": {"size": head.size, "root": head.root.hex(), "backed_up_to": head.backed_up_to},
        "devices": court.devices_listed(),
        "flagged": list(court.flagged()),
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))


_ACTS: dict[str, Callable[[Court, argparse.Namespace], None]] = {
    "ticket": _ticket,
    "settings": _settings,
    "escrow": _escrow,
    "lease": _lease,
    "numbers": _numbers,
    "officer": _officer,
    "keys": _keys,
    "certify": _certify,
    "refuse": _refuse,
    "revoke": _revoke,
    "assign": _assign,
    "withdraw": _withdraw,
    "services": _services,
    "sent": _sent,
    "backed-up": _backed_up,
    "state": _state,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="xunhui court")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keys", type=Path, default=None)
    parser.add_argument("--database", default=None)
    acts = parser.add_subparsers(dest="act", required=True)
    make = acts.add_parser("make", help="a new court in the folder")
    make.add_argument("code", help="法院代字")
    make.add_argument("name")
    make.add_argument("--host", action="append", required=True, help="host name or address; may be repeated")
    make.add_argument("--practice", action="store_true")
    ticket = acts.add_parser("ticket", help="a ticket that enrols one laptop within seven days")
    ticket.add_argument("file", type=Path)
    ticket.add_argument("url")
    ticket.add_argument("name")
    ticket.add_argument("--every-case", action="store_true")
    settings = acts.add_parser("settings", help="what new profiles are made with: fees, policies, officers (JSON)")
    settings.add_argument("file", type=Path)
    acts.add_parser("escrow", help="a new escrow key: prints three shares for three officers, any two of which open")
    lease = acts.add_parser("lease", help="the code that extends a laptop's lease, for the telephone")
    lease.add_argument("device", help="the laptop's id, or as much of it as it shows")
    lease.add_argument("extensions", type=int, help="how often it was extended before, as the laptop shows")
    lease.add_argument("days", type=int)
    numbers = acts.add_parser("numbers", help="the court has given out numbers up to this one itself")
    numbers.add_argument("type")
    numbers.add_argument("year", type=int)
    numbers.add_argument("upto", type=int)
    officer = acts.add_parser("officer", help="an officer acts for this court in this role")
    officer.add_argument("officer")
    officer.add_argument("name")
    officer.add_argument("role")
    acts.add_parser("keys", help="keys that laptops ask to have certified, and the words to compare each by")
    certify = acts.add_parser("certify", help="the court's certificate for a key, once its words were compared")
    certify.add_argument("key", nargs="+")
    refuse = acts.add_parser("refuse", help="no certificate for this key")
    refuse.add_argument("key")
    refuse.add_argument("reason")
    revoke = acts.add_parser("revoke", help="a lost laptop, an officer who left")
    revoke.add_argument("kind", choices=(DEVICE, OFFICER))
    revoke.add_argument("subject")
    revoke.add_argument("reason")
    for name, help in (("assign", "a device may hold the case"), ("withdraw", "it may hold it no longer")):
        scope = acts.add_parser(name, help=help)
        scope.add_argument("device")
        scope.add_argument("case")
    acts.add_parser("services", help="electronic services that laptops queued and that wait to be sent")
    sent = acts.add_parser("sent", help="the court's system sent this one: that is its date of service")
    sent.add_argument("service")
    sent.add_argument("--at", type=datetime.datetime.fromisoformat, help="with offset; now, if not given")
    backed_up = acts.add_parser("backed-up", help="this much of the log lies in a backup that was test-restored")
    backed_up.add_argument("size", type=int)
    acts.add_parser("state", help="log, devices, and entries that need a person's eye")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
