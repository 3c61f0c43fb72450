"""Sentences about decisions above the judge."""

from __future__ import annotations

from ui.i18n import QT_TR_NOOP

APPROVALS: dict[str, tuple[str, str]] = {
    "already_carried_out": (QT_TR_NOOP("拘传的结果已经记过。"), QT_TR_NOOP("再要拘传的，重新报批。")),
    "already_decided": (QT_TR_NOOP("这件事已经有了决定。"), QT_TR_NOOP("决定不对的，重新报批。")),
    "approval_ground_unknown": (
        QT_TR_NOOP("这不是报批这件事的法定理由（{article}）。"),
        QT_TR_NOOP("从列出的理由里选。"),
    ),
    "approval_kind_unknown": (QT_TR_NOOP("没有这种报批事项。"), QT_TR_NOOP("从列出的事项里选。")),
    "approval_waits": (
        QT_TR_NOOP("还没有批准，不能先做（{article}）。"),
        QT_TR_NOOP("打电话请示，把答复记在“报批”页。"),
    ),
    "decided_before_asked": (QT_TR_NOOP("决定的时间早于报批。"), QT_TR_NOOP("改好其中一个时间。")),
    "decider_not_competent": (
        QT_TR_NOOP("这件事不由他决定（{article}）。"),
        QT_TR_NOOP("选有权决定的人：回避、处罚、延审由院长，缓减免由庭长或院长。"),
    ),
    "detention_too_long": (QT_TR_NOOP("拘留为一日以上十五日以下（{article}）。"), QT_TR_NOOP("改好日数。")),
    "effect_before_decision": (QT_TR_NOOP("拘传的时间早于批准。"), QT_TR_NOOP("改好时间；拘传要先经院长批准。")),
    "explain_first": (
        QT_TR_NOOP("拘传以前，要先说明拒不到庭的后果并批评教育（{article}）。"),
        QT_TR_NOOP("说明、教育过的，勾上“已经说明后果并批评教育”。"),
    ),
    "extension_too_long": (
        QT_TR_NOOP("超过了院长可以延长到的日子（{article}）。"),
        QT_TR_NOOP("简易、小额一个月，普通程序六个月，特别程序三十日。"),
    ),
    "extension_used_up": (
        QT_TR_NOOP("审限已经延长过，本院院长不能再延长（{article}）。"),
        QT_TR_NOOP("普通程序报上级法院；简易、小额转为普通程序。"),
    ),
    "fine_out_of_range": (
        QT_TR_NOOP("罚款超出法定幅度（{article}）。"),
        QT_TR_NOOP("个人十万元以下，单位五万元以上一百万元以下。"),
    ),
    "forced_appearance_not_of_this_party": (
        QT_TR_NOOP("不能拘传这一方（{article}）：限于必须到庭的被告，和不到庭查不清基本事实的原告，都要是自然人。"),
        QT_TR_NOOP("改好拘传谁、为什么必须到庭和依据；不符合的，缺席判决或者按撤诉处理。"),
    ),
    "nothing_to_carry_out": (QT_TR_NOOP("这件报批没有要执行的拘传。"), QT_TR_NOOP("在“报批”页选批准了的拘传。")),
    "nothing_to_sign_for": (QT_TR_NOOP("这件事不等谁补签。"), QT_TR_NOOP("在“报批”页看还等着什么。")),
    "online_place_differs": (
        QT_TR_NOOP("院长同意在线开庭的场所是{approved}，不是{place}（{article}）。"),
        QT_TR_NOOP("在批准的场所开庭，把地点照批准的写；换了场所的，在“报批”页重新报批。"),
    ),
    "only_the_decider_signs": (
        QT_TR_NOOP("只有作出决定的人能补签。"),
        QT_TR_NOOP("请他在自己的电脑上签，或者签在纸上扫描进来。"),
    ),
    "recusal_open": (
        QT_TR_NOOP("回避申请还没有决定，审判人员暂停参与本案（{article}）。"),
        QT_TR_NOOP("打电话请院长决定，记在“报批”页；紧急措施不停。"),
    ),
    "recusal_too_late": (
        QT_TR_NOOP("申请回避要在法庭辩论终结前提出（{article}）。"),
        QT_TR_NOOP("记入笔录，告知当事人。"),
    ),
    "recused": (QT_TR_NOOP("已经决定回避，不能再办本案（{article}）。"), QT_TR_NOOP("由另定的审判人员办理。")),
    "service_warrant_in_person": (
        QT_TR_NOOP("拘传票只能直接送达被拘传人本人（{article}）。"),
        QT_TR_NOOP("送达方式选直接送达，由本人签收。"),
    ),
    "summoned_less_than_twice": (
        QT_TR_NOOP("记录里传票传唤、没有到庭的只有 {count} 次，要两次才能拘传（{article}）。"),
        QT_TR_NOOP("用传票再传唤；没有到庭的，在“庭审”页记下缺席。电话、短信通知的不算。"),
    ),
    "unknown_approval": (QT_TR_NOOP("找不到这件报批。"), QT_TR_NOOP("在“报批”页重新选。")),
    "warrant_not_served": (
        QT_TR_NOOP("批准以后、到庭以前，没有直接送达拘传票的记录（{article}）。"),
        QT_TR_NOOP("先在“文书”页出拘传票，在“送达”页记下直接送达本人。"),
    ),
}
