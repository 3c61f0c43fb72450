"""On a laptop with its keys: agrees a case, makes the mediation statement, has judge, clerk and seal sign it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from telling import tell

from app.archive.offers import offer_of
from app.cases.court import read_court
from app.circuit.practice import sit_down, unlock_all
from app.clock import SystemClock
from app.desk import Officer
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.keys.provision import NewOfficer
from app.mediation.service import agree
from app.signing.service import current_pdf, load_paper, seal_paper, sign_with_key
from app.signing.session_keys import SessionKeys
from app.tell import JournalTeller
from support.village import a_case

DOCUMENT, MADE_ON = "civil_mediation_statement", "2026-03-20"

officers = [NewOfficer(**one) for one in json.loads(sys.argv[2])]
session = unlock_all(Path(sys.argv[1]), officers, SystemClock(), os.urandom)
desk = sit_down(session, officers[0], JournalTeller(), SystemClock(), os.urandom)
by_role = {one.role: desk.acting_as(Officer(one.id, one.name, one.role)) for one in officers}
judge, clerk = by_role["judge"], by_role["clerk"]
case = a_case(clerk)
agree(
    judge,
    case,
    at="2026-03-20T10:05:00+08:00",
    place="岭子镇梧桐村村委会",
    public=True,
    terms=["被告李喆于2026年6月30日前返还原告张𬱖借款36000元。", "双方就本案再无其他争议。"],
    fee_borne_by="defendant",
)
fonts, pins = FontSet.find(), {officer.id: officer.pin for officer in officers}
keys = SessionKeys(session, read_court(session.database), fonts, pins.__getitem__, os.urandom)
paper = issue(judge, case, DOCUMENT, offer_of(judge, case, DOCUMENT).blanks, made_on=MADE_ON, fonts=fonts)
sign_with_key(judge, paper, "judge", keys)
sign_with_key(clerk, paper, "clerk", keys)
seal_paper(clerk, paper, keys)
signatures = current_pdf(clerk, load_paper(clerk.database, paper)).count(b"/ETSI.CAdES.detached")
assert signatures == 3
tell(signatures=signatures)
session.lock()
