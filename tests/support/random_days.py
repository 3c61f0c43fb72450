"""Acts put together by chance from everything that a day's file may say, each lawful by itself."""

from __future__ import annotations

import copy
import random
from typing import Any

from support.small_days import OFFICER_MEANS, SECOND_PLAINTIFF, a_filing, an_act
from support.village import COMPANY, DEFENDANT, PLAINTIFF

THIRD = {
    "role": "third_party",
    "kind": "other_organisation",
    "name": "岭子镇槲林村经济合作社",
    "address": "岭子镇槲林村",
    "id_type": "统一社会信用代码",
    "id_no": "N2370302MF0000001X",
}
CLAIMS: list[tuple[str, list[dict[str, Any]]]] = [
    ("民间借贷纠纷", [{"kind": "property", "amount": "36000.00", "text": "判令被告偿还36000元"}]),
    ("名誉权纠纷", [{"kind": "personality", "amount": "60000.00", "text": "判令被告赔礼道歉并赔偿60000元"}]),
    ("离婚纠纷", [{"kind": "divorce", "property_total": "260000.00", "text": "判令离婚并分割财产"}]),
    ("相邻关系纠纷", [{"kind": "non_property", "text": "判令被告清除排水沟中的砖石"}]),
    ("追索劳动报酬纠纷", [{"kind": "labour", "amount": "8000.00", "text": "判令被告支付工资8000元"}]),
    (
        "买卖合同纠纷",
        [
            {"kind": "property", "amount": "120000.50", "text": "判令被告支付货款120000.50元"},
            {"kind": "non_property", "text": "判令被告交付发票"},
            {"kind": "costs", "text": "诉讼费用由被告承担"},
        ],
    ),
]


def at(hour: int, minute: int) -> str:
    return f"2026-03-20T{hour:02d}:{minute:02d}:00+08:00"


def random_act(key: str, hour: int, chance: random.Random, court: dict[str, Any]) -> dict[str, Any]:
    """An act that begins in that hour; ``court`` gives the policies it must keep to."""
    cause, claims = chance.choice(CLAIMS)
    divorce = cause == "离婚纠纷"
    plaintiffs = [PLAINTIFF] if divorce else chance.choice([[PLAINTIFF], [PLAINTIFF, SECOND_PLAINTIFF]])
    defendant = DEFENDANT if divorce else chance.choice([DEFENDANT, COMPANY])
    parties = [*plaintiffs, defendant, *([] if divorce or chance.random() < 0.7 else [THIRD])]
    keys = [f"plaintiff-{n}" for n in (1, 2)] if len(plaintiffs) == 2 else ["plaintiff"]
    keys += ["defendant"] + (["third_party"] if len(parties) > len(plaintiffs) + 1 else [])
    agents, speaks = [], {}
    for one in keys:
        speaks[one] = one
        company = one == "third_party" or (one == "defendant" and defendant is COMPANY)
        if company or chance.random() < 0.25:
            firm = chance.choice([None, "山东示例律师事务所", "岭子镇法律服务所"])
            told = {
                "for": one,
                "name": f"代{one[0]}律",
                "firm": firm,
                "authority": chance.choice(["general", "special"]),
            }
            agents.append({name: value for name, value in told.items() if value is not None})
            speaks[one] = f"{one}_agent"
    evidence = [
        {"name": name, "by": chance.choice(keys), "original": True, "pages": 1, "proves": "事实", "files": files}
        for name, files in (("借条", ["iou.jpg"]), ("照片", []))[: chance.randrange(3)]
    ]
    filing = a_filing(
        mode=chance.choice(["oral", "written"]),
        at=at(hour, 1),
        accepted_at=at(hour, 5),
        place="岭子镇梧桐村村委会",
        cause=cause,
        public=chance.random() < 0.5,
        parties=copy.deepcopy(parties),
        agents=agents,
        claims=claims,
        evidence=evidence,
        facts=f"{key}：双方争执。",
        closed_on_application_of=[keys[0]] if divorce else [],
    )
    plain = len(claims) == 1 and claims[0]["kind"] == "property"
    procedure = chance.choice(["simplified", "ordinary", *(["small_claims"] if plain else [])])
    wet = divorce or court.get("sign_policy") == "paper"
    means = ["wet"] if wet else ["ink", "thumb"]
    signing = [{"who": speaks[one], "how": chance.choice(means)} for one in keys if chance.random() < 0.9]
    if chance.random() < 0.2:
        who = speaks[keys[-1]]
        told = {"who": who, "how": "refused", "papers": ["hearing_record"], "reason": "认为遗漏", "witness": "clerk-1"}
        signing.insert(0, told)
    act = an_act(
        key,
        filing=filing,
        procedure=procedure,
        hearing={
            "opened_at": at(hour, 10),
            "closed_at": at(hour, 40),
            "place": "村委会院内",
            "observers": chance.randrange(30),
            "turns": [
                {"speaker": "judge", "text": "现在开庭。"},
                *({"speaker": speaks[one], "text": f"{one}的意见：没有。"} for one in keys),
                {"speaker": "clerk", "text": "记录完毕。"},
            ],
        },
        signing=[*signing, *OFFICER_MEANS],
    )
    if procedure == "small_claims":
        act["small_claims_notice"] = {"at": at(hour, 6), "to": keys}
    if chance.random() < 0.5:
        act["on_the_spot"] = {"waive_evidence_period": keys, "waive_defence_period": keys}
    if chance.random() < 0.4:
        act["fee_relief"] = _relief(hour, chance)
    if procedure == "ordinary" and chance.random() < 0.5:
        act["signing"].append({"who": "assessor-1", "how": "key"})
    electronic = []
    for one in keys:
        if chance.random() < 0.6:
            address = {
                "address": "岭子镇梧桐村",
                "electronic": chance.random() < 0.5,
                "by": "短信",
                "to": "13900000009",
            }
            act.setdefault("service_address", {})[one] = address
            electronic += [one] if address["electronic"] else []
    if chance.random() < 0.3:
        act["inspection"] = {
            "at": at(hour, 8),
            "place": "村东头",
            "findings": ["砖石堵沟。", "长三米。"],
            "photos": ["iou.jpg"],
        }
    document = _ending(act, hour, chance, keys, speaks, procedure)
    if document:
        act["service"] = [_service(document, one, hour, chance, one in electronic, speaks) for one in keys]
    exempted = act.get("fee_relief", {}).get("kind") == "exemption"
    if procedure != "special" and not exempted and chance.random() < 0.4:
        cash = {
            "how": "cash_on_the_spot",
            "conditions": ["remote", "heard_on_the_spot", "bank_difficult"],
            "ticket_no": f"示例财票{key}",
        }
        way = chance.choice([cash, {"how": "bank"}, {"how": "e_payment"}])
        act["payment"] = {"payer": keys[0], "amount": "1.50", "at": at(hour, 45), **way}
    return act


def _relief(hour: int, chance: random.Random) -> dict[str, Any]:
    kind, article, more = chance.choice(
        [
            ("deferral", "费用47(三)", {}),
            ("reduction", "费用46(一)", {}),
            ("reduction", "费用46", {"percent": chance.randrange(30, 100)}),
            ("exemption", "费用45(三)", {}),
        ]
    )
    told = {"kind": kind, "article": article, "reason": "生活困难", "applied_at": at(hour, 2), **more}
    decided = {"approved_by": "president", "approved_at": at(hour, 4), "by_telephone": chance.random() < 0.5}
    return told | (decided if chance.random() < 0.8 else {})


def _ending(
    act: dict[str, Any], hour: int, chance: random.Random, keys: list[str], speaks: dict[str, str], procedure: str
) -> str | None:
    ending = chance.choice(["mediation", "judgment", "withdrawal", "withdrawal refused", "absence", "none"])
    bearer = chance.choice([*keys, "shared"])
    if ending == "mediation":
        told = {
            "at": at(hour, 30),
            "place": "调解室",
            "terms": ["双方各让一步。", "一次了结。"],
            "fee_borne_by": bearer,
        }
        act["mediation"] = told
        return "civil_mediation_statement"
    if ending == "judgment":
        forms = ["tabular", "simplified", "ordinary", *(["small_claims"] if procedure == "small_claims" else [])]
        form = chance.choice(forms)
        act["judgment"] = {
            "form": form,
            "orders": ["驳回原告的诉讼请求。"],
            "laws": ["《中华人民共和国民法典》第六百七十五条"],
            "fee_borne_by": bearer,
            "announced_at": at(hour, 35),
            "announced_place": "村委会院内",
            "present": [speaks[one] for one in keys],
            "facts_found": "双方争执属实。",
            "reasons": "原告未举证。",
        }
        return "civil_judgment_brief" if form == "small_claims" else f"civil_judgment_{form}"
    if ending.startswith("withdrawal"):
        granted = ending == "withdrawal"
        act["withdrawal"] = {"by": keys[0], "at": at(hour, 30), "reason": "和好", "granted": granted}
        return "ruling_withdrawal_granted" if granted else "ruling_withdrawal_refused"
    if ending == "absence":
        act["hearing"] = None
        del act["hearing"]
        act["absence"] = {
            "at": at(hour, 10),
            "who": "defendant",
            "contact": [{"how": "telephone", "at": at(hour, 12), "result": "未接"}],
            "adjourned_to": "2026-04-08T09:30:00+08:00",
            "place": "岭子人民法庭",
        }
        return "summons"
    return None


def _service(
    document: str, one: str, hour: int, chance: random.Random, electronic: bool, speaks: dict[str, str]
) -> dict[str, Any]:
    told: dict[str, Any] = {"document": document, "to": one, "how": "direct", "at": at(hour, 50)}
    if electronic and chance.random() < 0.5:
        return {"document": document, "to": one, "how": "electronic", "queued_at": at(hour, 50)}
    if speaks[one] != one:
        return {**told, "received_by": speaks[one]}
    statement = document == "civil_mediation_statement"
    kind = chance.choice(["direct", "left", "family"])
    if kind == "left" and not statement:
        return {**told, "how": "left", "reason": "拒收", "witnesses": [{"name": "吴喜"}], "place": "岭子镇梧桐村"}
    if kind == "family" and not statement:
        return {**told, "received_by": {"name": "刘芳", "relation": "同住成年家属（配偶）"}}
    return told
