"""Sentences about appeals."""

from __future__ import annotations

from ui.i18n import QT_TR_NOOP

APPEALS: dict[str, tuple[str, str]] = {
    "already_appealed": (
        QT_TR_NOOP("{party}已经对这份{title}提出过上诉。"),
        QT_TR_NOOP("看下面列出的那件上诉；撤回以后再提出的，另登记。"),
    ),
    "appeal_against_itself": (
        QT_TR_NOOP("{party}不能是自己上诉的被上诉人。"),
        QT_TR_NOOP("照上诉状写的选别的当事人。"),
    ),
    "appeal_already_answered": (
        QT_TR_NOOP("{party}的二审答辩状已经登记。"),
        QT_TR_NOOP("选别的当事人，或者把副本送给上诉人。"),
    ),
    "appeal_before_paper": (
        QT_TR_NOOP("上诉的日期早于{title}的日期。"),
        QT_TR_NOOP("改好收到上诉状的时间或者邮戳日期。"),
    ),
    "appeal_costs_nothing": (
        QT_TR_NOOP("对这种裁定上诉不交受理费（{article}）。"),
        QT_TR_NOOP("不用登记交费，接着办送达和移送。"),
    ),
    "appeal_has_ended": (QT_TR_NOOP("这件上诉已经有了结果。"), QT_TR_NOOP("选一件还没有结果的上诉。")),
    "appeal_is_late": (
        QT_TR_NOOP("{party}的上诉期到{until}已经届满（{article}）。"),
        QT_TR_NOOP("有正当理由的，写明理由和障碍消除的日期；没有的，勾选“逾期也登记”，由上级法院决定，判决照样生效。"),
    ),
    "appeal_not_in_writing": (
        QT_TR_NOOP("口头说上诉不算，要递交上诉状（{article}）。"),
        QT_TR_NOOP("告知在上诉期内递交，逾期没有递交的视为没有上诉；不会写的，由书记员代填上诉状。"),
    ),
    "appeal_not_sent_up": (
        QT_TR_NOOP("案卷还没有移送上级法院（{article}）。"),
        QT_TR_NOOP("先到“文书”页出上诉案件移送函；移送以前撤回的，办“撤回上诉”。"),
    ),
    "appeal_sent_up": (
        QT_TR_NOOP("案卷已经移送，是否准许撤回上诉由上级法院裁定（{article}）。"),
        QT_TR_NOOP("把撤回申请转给上级法院，收到裁定以后登记结果。"),
    ),
    "extension_asked_late": (
        QT_TR_NOOP("申请顺延要在障碍消除后十日内，到{until}为止（{article}）。"),
        QT_TR_NOOP("核对障碍消除的日期；确实超过的，勾选“逾期也登记”，由上级法院决定。"),
    ),
    "judgment_is_appealed": (
        QT_TR_NOOP("{on}收到的上诉还没有结果，不能证明判决已经生效（{article}）。"),
        QT_TR_NOOP("上诉撤回或者上级法院有了结果以后再出。"),
    ),
    "no_appeal_lies": (
        QT_TR_NOOP("{title}不能上诉（{article}）。"),
        QT_TR_NOOP("告知当事人；有错误的，可以申请再审。"),
    ),
    "not_their_appeal": (QT_TR_NOOP("这件上诉不是{party}提出的。"), QT_TR_NOOP("选上诉人或者其代理人。")),
    "only_the_others_answer": (
        QT_TR_NOOP("{party}是上诉人，不对自己的上诉答辩。"),
        QT_TR_NOOP("选被上诉人或者其他当事人。"),
    ),
    "only_who_brought_it_appeals": (
        QT_TR_NOOP("{title}只有提出请求的人可以上诉，不是{party}。"),
        QT_TR_NOOP("选提出反诉或者第三人请求的人，或其代理人。"),
    ),
    "posted_after_receipt": (QT_TR_NOOP("邮戳日期晚于收到的日期。"), QT_TR_NOOP("改好其中一个日期。")),
    "unknown_appeal": (QT_TR_NOOP("这个案件里没有这件上诉。"), QT_TR_NOOP("从列出的上诉里选一件。")),
}
