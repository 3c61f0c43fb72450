"""One case as papers ask after it: sides, dates, fees, hearings, services and the paper that ended it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Any

from app.approvals.store import Approval, approvals_of
from app.attachments.store import get as get_attachment
from app.cases.appeals import Appeal, appeals_of
from app.cases.code_tables import court_calendar
from app.cases.court import read_court
from app.cases.model import CLAIMANTS, CLOSED_NAMES, Case, Counterclaim, Party
from app.cases.store import load_case
from app.desk import Desk
from app.documents.fill import OFFICER_TITLES
from app.documents.proofread import order_lines
from app.documents.store import Paper, load_paper, papers_of
from app.documents.template import load
from app.fees.burden import fee_name, relieved
from app.fees.service import due_now, fee_of, forgiven
from app.fees.store import payments_of
from app.hearings.store import Sitting, recordings_of, sittings_of
from app.intake.store import received_for
from app.journal.entry import COURT
from app.judgments.corrections import number_of
from app.judgments.store import decisions_of
from app.mediation.store import Mediation, mediations_of
from app.rules.amounts import decimal_yuan
from app.rules.application_fees import application_fee
from app.rules.approvals import RELIEF
from app.rules.periods import Deadline, deadline
from app.service.appeals import is_late
from app.service.deadlines import dates_of, trial_limit_of
from app.service.running import CaseRecord
from app.service.store import Service, services_of

_ENDED = {
    "withdrawn": "已撤回",
    "withdrawal_granted": "经上级法院裁定准许撤回",
    "deemed_withdrawn": "经上级法院裁定按自动撤回上诉处理",
    "late": "经上级法院认定逾期",
    "decided": "经上级法院审理终结",
}
_SHORT_KEPT, _LONG_KEPT = "短期（三十年）", "长期（六十年）"


class Known:
    """One case as papers ask after it; what is not asked is not read."""

    def __init__(self, desk: Desk, case: str, made_on: str) -> None:
        self.desk, self.database, self.made_on = desk, desk.database, made_on
        self.case: Case = load_case(desk.database, case)
        self.court = read_court(desk.database)

    @cached_property
    def papers(self) -> list[Paper]:
        return papers_of(self.database, self.case.id)

    @cached_property
    def services(self) -> list[Service]:
        return [one for one in services_of(self.database, self.case.id) if one.at]

    @cached_property
    def hearing(self) -> Sitting | None:
        """The last hearing that was held."""
        held = [one for one in sittings_of(self.database, self.case.id) if one.kind == "hearing"]
        return held[-1] if held else None

    @property
    def claiming(self) -> list[Party]:
        return [party for party in self.case.parties if party.role in CLAIMANTS]

    @property
    def answering(self) -> list[Party]:
        return [party for party in self.case.parties if party.role not in CLAIMANTS]

    def claimant(self) -> str | None:
        return self.claiming[0].key if self.claiming else None

    def opponent(self) -> str | None:
        return self.answering[0].key if self.answering else None

    def names(self) -> list[str]:
        return [party.name for party in self.case.parties]

    def decisive(self) -> Paper | None:
        """The paper that ended the case, or the last one that decided something in it."""
        ends = [one for one in self.papers if one.title.endswith(("判决书", "调解书"))]
        ends = ends or [one for one in self.papers if one.title.endswith("裁定书")]
        return ends[-1] if ends else None

    def decided(self) -> str | None:
        """（2026）鲁0302民初9001号民事判决书."""
        paper = self.decisive()
        return f"{number_of(self.database, paper)}{paper.title}" if paper else None

    def decided_title(self) -> str | None:
        paper = self.decisive()
        return paper.title if paper else None

    def decided_number(self) -> str | None:
        paper = self.decisive()
        return number_of(self.database, paper) if paper else None

    def orders(self) -> list[str]:
        paper = self.decisive()
        return [text for _, text in order_lines(paper.blanks)] if paper else []

    def gist(self) -> list[str]:
        """What a public notice tells of the paper it serves: what was decided, or what is sued for (解释139)."""
        return [text.rstrip("。；") for text in self.orders() or [claim.text for claim in self.case.claims]]

    def judged_on(self) -> str | None:
        at = next((one.at for one in reversed(decisions_of(self.database, self.case.id)) if one.kind == "judgment"), "")
        return at[:10] or None

    def effective_on(self) -> str | None:
        day = dates_of(self.database, self.case).effective_on
        return day.isoformat() if day else None

    def hearing_at(self) -> str | None:
        return self.case.fields.get("next_hearing")

    def hearing_place(self) -> str:
        return str(self.case.fields.get("next_place") or self.place())

    def place(self) -> str:
        return str(self.hearing.fields["place"] if self.hearing else self.case.fields.get("place") or "")

    def now(self) -> str:
        return self.desk.clock.now().isoformat(timespec="minutes")

    def day(self) -> str:
        return self.made_on

    def writer(self) -> str:
        return self.desk.officer.name

    def judge(self) -> str:
        return str(self.court.officer(self.case.fields["judge"])["name"])

    def clerk(self) -> str:
        officer = self.court.officer(self.case.fields["clerk"])
        return f"{OFFICER_TITLES[officer['role']]}{officer['name']}"

    def copies(self) -> int:
        """One for each person on the other side (民诉128)."""
        return max(1, len(self.answering))

    def materials(self) -> list[str]:
        """What goes along with a case: the complaint and what was handed in."""
        complaint = "口头起诉笔录复制件" if self.case.fields["mode"] == "oral" else "起诉状复制件"
        return [complaint, *(f"{item.name}复制件" for item in self.case.evidence)]

    def period(self, rule: str) -> Deadline:
        """A period of the table that begins with the paper's day."""
        start = datetime.date.fromisoformat(self.made_on)
        return deadline(rule, start, court_calendar(self.database), procedure=self.case.procedure)

    def evidence_until(self) -> str | None:
        """The longest the law leaves in the short procedures, the shortest in the ordinary one (解释99, 266, 275)."""
        rule = {"ordinary": "T09", "small_claims": "T11"}.get(self.case.procedure, "T10")
        return iso(self.period(rule).last_day)

    def preservation_fee(self) -> str:
        return f"{application_fee('preservation', f'{self.claimed():.2f}').due:.2f}"

    def objection_fee(self) -> str:
        return str(self.court.province_fees.get("jurisdiction_objection", ""))

    def claimed(self) -> Decimal:
        return sum((claim.amount for claim in self.case.claims if claim.amount), Decimal(0))

    def claimed_text(self) -> str | None:
        return f"{self.claimed():.2f}" if self.claimed() else None

    def paid(self) -> str | None:
        paid = sum((Decimal(one["amount"]) for one in payments_of(self.database, self.case.id)), Decimal(0))
        return f"{paid:.2f}" if paid else None

    @cached_property
    def relief_asked(self) -> Approval | None:
        """The last application for relief, from whichever of the case's fees."""
        return next(reversed(approvals_of(self.database, self.case.id, *RELIEF)), None)

    @property
    def relief_from(self) -> Counterclaim | None:
        """The counterclaim whose fee the relief is asked from; None for the suit's."""
        record = self.relief_asked.about.get("counterclaim") if self.relief_asked else None
        return self.case.counterclaim(record) if record else None

    def relief(self, name: str) -> Any:
        """Of the last application for relief from fees."""
        return getattr(self.relief_asked, name) if self.relief_asked else None

    def relief_applicant(self) -> str | None:
        return relieved(self.case, self.relief_asked) if self.relief_asked else self.claimant()

    def relief_fee(self) -> str:
        return fee_name(self.case, self.relief_from)

    def relief_due(self) -> str:
        """What is to be paid before any relief, in yuan."""
        whole = self.relief_from
        taken_off = forgiven(self.database, self.case, whole.record if whole else None)
        return f"{due_now(self.database, self.case, whole) + taken_off:.2f}"

    def agreed_outside(self) -> Mediation | None:
        return next((m for m in mediations_of(self.database, self.case.id) if m.kind == "outside"), None)

    def mediation(self, name: str) -> Any:
        """A field of the agreement that a mediator brought about."""
        agreed = self.agreed_outside()
        return agreed.fields.get(name) if agreed else None

    def counterclaim(self, name: str, *, independent: bool = False) -> Any:
        """Of the last counterclaim that a defendant, or the last claim of its own that a third party brought."""
        brought = [one for one in self.case.counterclaims if one.independent == independent]
        return getattr(brought[-1], name) if brought else None

    def agent(self, name: str) -> str | None:
        """Of the first agent on the claimants' side."""
        agent = next((agent for party in self.claiming for agent in party.agents), None)
        return getattr(agent, name) if agent else None

    def evidence(self) -> list[dict[str, Any]]:
        """Each item with who handed it in; what the others say of it is theirs to say."""
        return [{"name": item.name, "by_name": item.by, "proves": item.proves} for item in self.case.evidence]

    def handed_in(self) -> list[dict[str, Any]]:
        """What the first claimant handed in."""
        by = self.claimant()
        return [
            {"name": item.name, "proves": item.proves, "pages": str(item.pages), "original": item.original}
            for item in self.case.evidence
            if item.by == by
        ]

    def events(self) -> list[dict[str, Any]]:
        """立案, each hearing, each mediation and decision, and the end, in order."""
        case, database = self.case, self.database
        told: list[tuple[str, str, str | None]] = [
            (str(case.fields["filed_at"]), "收到起诉材料", None),
            (str(case.fields["accepted_at"]), "立案", None),
        ]
        told += [
            (one.opened_at, "开庭", f"第{one.fields.get('ordinal', 1)}次")
            for one in sittings_of(database, case.id)
            if one.kind == "hearing"
        ]
        told += [(one.at, "第三人提出请求" if one.independent else "提起反诉", None) for one in case.counterclaims]
        wholes: list[Case | Counterclaim] = [case, *case.counterclaims]
        claims = [claim for whole in wholes for claim in (*whole.claims, *whole.dropped)]
        changed = {said.at for claim in claims for said in (*claim.earlier, claim) if said.at}
        told += [(at, "变更诉讼请求", None) for at in sorted(changed)]
        told += [(one.at, "调解", None) for one in mediations_of(database, case.id)]
        decided = {"judgment": "宣判", "withdrawal": "撤诉", "deemed_withdrawal": "按撤诉处理"}
        told += [(one.at, decided[one.kind], None) for one in decisions_of(database, case.id)]
        told += [
            (one.at, "送达", "、".join(load_paper(database, paper).title for paper in one.papers))
            for one in self.services
            if one.at
        ]
        if case.closed:
            told.append((str(case.fields["closed_on"]), "结案", CLOSED_NAMES.get(case.closed)))
        moments = sorted(at for at, _, _ in told if "T" in at)
        # What only has its day comes at the end of what else happened on that day.
        placed = [
            (
                next((m for m in reversed(moments) if m[:10] == at[:10]), at) if "T" not in at else at,
                "T" not in at,
                what,
                note,
            )
            for at, what, note in told
        ]
        return [
            {"at": at if "T" in at else f"{at}T00:00:00+08:00", "what": what, "note": note}
            for at, _, what, note in sorted(placed, key=lambda one: (one[0][:16], one[1]))
        ]

    def result(self) -> str | None:
        return CLOSED_NAMES.get(self.case.closed or "")

    def closed_on(self) -> str | None:
        return self.case.fields.get("closed_on")

    def days_taken(self) -> int | None:
        if not self.closed_on():
            return None
        begun = datetime.date.fromisoformat(str(self.case.fields["filed_on"]))
        return (datetime.date.fromisoformat(str(self.closed_on())) - begun).days

    def limit(self) -> str | None:
        return iso(trial_limit_of(self.database, self.case))

    def fee_state(self) -> str:
        """What was to be paid and what is not, the counterclaims' fees included."""
        paid_for = (None, *(one for one in self.case.counterclaims if one.joined and one.ended != "deemed_withdrawn"))
        whole = sum((fee_of(self.database, self.case, one).due for one in paid_for), Decimal(0))
        due = sum((due_now(self.database, self.case, one) for one in paid_for), Decimal(0))
        return f"应交{decimal_yuan(whole)}，" + (f"尚有{decimal_yuan(due)}未交" if due else "已交清")

    def service_state(self) -> str | None:
        """Who has received the paper that ended the case, and who has not."""
        paper = self.decisive()
        if paper is None:
            return None
        there = {one["name"] for one in self.received()}
        missing = [party.name for party in self.case.parties if party.name not in there]
        return f"《{paper.title}》" + (f"尚未送达{'、'.join(missing)}" if missing else "已送达各方当事人")

    def received(self) -> list[dict[str, Any]]:
        """Who received the decisive paper, and on which day."""
        paper = self.decisive()
        return [
            {"name": self.case.person(one.to)[0].name, "on": one.at[:10]}
            for one in self.services
            if one.at and paper is not None and paper.record in one.papers
        ]

    def not_appealed(self) -> bool | None:
        """Of a judgment whose period of appeal is over; other papers and those on small claims know none (民诉165)."""
        paper = self.decisive()
        if paper is None:
            return None
        appealable = paper.title.endswith("判决书") and self.case.procedure != "small_claims"
        return appealable and self.effective_on() is not None and not self.appeals_in_time()

    def appeals_in_time(self) -> list[Appeal]:
        """The appeals against the paper that ended the case, without those that came late."""
        paper, days = self.decisive(), court_calendar(self.database)
        record = CaseRecord(self.database, self.case, days, datetime.date.fromisoformat(self.made_on))
        against = [one for one in record.appeals if paper is not None and one.paper == paper.record]
        return [one for one in against if not is_late(record, one)]

    def appeals_ended(self) -> str | None:
        """李喆提出的上诉已撤回, of each appeal in time that has ended."""
        ended = [one for one in self.appeals_in_time() if one.outcome is not None]
        told = [f"{self.case.party(one.by).name}提出的上诉{_ENDED[str((one.outcome or {})['how'])]}" for one in ended]
        return "；".join(told) or None

    @cached_property
    def appeals(self) -> list[Appeal]:
        """Those that stand against one paper: of several papers the one that was appealed last."""
        standing = [one for one in appeals_of(self.database, self.case.id) if one.standing]
        return [one for one in standing if one.paper == standing[-1].paper]

    def appeal(self, name: str) -> Any:
        """Of the last appeal that stands."""
        return getattr(self.appeals[-1], name) if self.appeals else None

    def appealed(self) -> str | None:
        """（2026）鲁0302民初9001号民事判决书, which the last appeal is against."""
        paper = load_paper(self.database, self.appeals[-1].paper) if self.appeals else None
        return f"{number_of(self.database, paper)}{paper.title}" if paper else None

    def appealed_paper_made_on(self) -> str | None:
        return load_paper(self.database, self.appeals[-1].paper).made_on if self.appeals else None

    def answering_the_appeal(self) -> str | None:
        """The first 被上诉人 that has not answered yet."""
        given = {answer.by for one in self.appeals[-1:] for answer in one.answers}
        return next((key for one in self.appeals[-1:] for key in one.against if key not in given), None)

    def appellants(self) -> list[dict[str, Any]]:
        record = CaseRecord(
            self.database, self.case, court_calendar(self.database), datetime.date.fromisoformat(self.made_on)
        )
        return [
            {"name": self.case.party(one.by).name, "on": one.day, "late": is_late(record, one)} for one in self.appeals
        ]

    def sent_up(self) -> list[dict[str, Any]]:
        """What goes to the higher court (民诉174; 立案暂行(1997)19, 20): how many volumes is counted by hand."""
        answers = sum(len(one.answers) for one in self.appeals)
        proofs = sum(1 for one in self.appeals if one.fee)
        counted = [("上诉状", len(self.appeals)), ("答辩状", answers), ("交纳上诉费的凭证或者缓减免申请", proofs)]
        rows = [{"name": name, "count": f"{count}份"} for name, count in counted if count]
        return [{"name": "正卷", "count": "1册"}, *rows]

    @cached_property
    def papers_received_with(self) -> list[Paper]:
        """The receipt and the correction of the received filing that the case was registered from."""
        filing = received_for(self.database, self.case.id)
        return [one for one in papers_of(self.database, COURT) if filing is not None and one.concerns == filing.record]

    def dossier(self) -> list[dict[str, Any]]:
        """The papers of the 正卷 in the directory's order, with the pages they take."""
        papers = [*self.papers_received_with, *self.papers]
        placed = [(load(paper.document, paper.version, database=self.database), paper) for paper in papers]
        kept = [(one.place, paper) for one, paper in placed if one.volume == "正卷" and one.place]
        rows, page = [], 1
        for _, paper in sorted(kept, key=lambda one: one[0]):
            last = page + paper.pages - 1
            pages = f"{page}—{last}" if last > page else str(page)
            rows.append({"name": paper.title, "on": paper.made_on, "pages": pages})
            page = last + 1
        return rows

    def pages(self) -> int:
        return sum(paper.pages for paper in (*self.papers_received_with, *self.papers))

    def kept(self) -> str:
        """Thirty years for a case that was mediated, withdrawn or confirmed, sixty for one that was judged."""
        return _LONG_KEPT if self.case.closed == "judged" else _SHORT_KEPT

    def files(self) -> list[dict[str, Any]]:
        """Each recording that was kept, with its digest (录音9)."""
        rows = []
        for number, one in enumerate(recordings_of(self.database, self.hearing.record) if self.hearing else (), 1):
            held = get_attachment(self.database, one.attachment) if one.attachment else None
            if held is not None:
                rows.append(
                    {
                        "name": f"庭审录音{number}",
                        "started_at": one.began_at,
                        "ended_at": one.ended_at,
                        "bytes": held["size"],
                        "digest": held["digest"],
                    }
                )
        return rows

    def service(self, how: str) -> Service | None:
        """The last service made in that way."""
        return next((one for one in reversed(self.services) if one.how == how), None)

    def served(self, how: str, tell: Callable[[Service], Any]) -> Any:
        made = self.service(how)
        return tell(made) if made is not None else None

    def served_papers(self, made: Service) -> list[str]:
        return [load_paper(self.database, paper).title for paper in made.papers]

    def to_serve(self) -> list[str]:
        """Papers that the law has served and nobody has received."""
        done = {paper for one in self.services for paper in one.papers}
        return [
            paper.title
            for paper in self.papers
            if paper.record not in done and load(paper.document, paper.version, database=self.database).served
        ]

    def address(self) -> str:
        party = self.answering[0] if self.answering else self.case.parties[0]
        return str((party.service_address or {}).get("address") or party.data["address"])

    def contact(self) -> str:
        return f"{self.court.tribunal}{self.clerk()}"


def iso(day: datetime.date | None) -> str | None:
    """The day as blanks hold it."""
    return day.isoformat() if day else None
