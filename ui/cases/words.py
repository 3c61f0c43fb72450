"""The court's words for acts in the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ui.i18n import QT_TR_NOOP, tr

ACTS = {
    "filing.received": QT_TR_NOOP("收到起诉材料"),
    "filing.correction_told": QT_TR_NOOP("告知补正"),
    "filing.corrected": QT_TR_NOOP("收到补正的材料"),
    "filing.complained": QT_TR_NOOP("收到对立案工作的投诉"),
    "filing.complaint_answered": QT_TR_NOOP("答复投诉"),
    "filing.ended": QT_TR_NOOP("收件办结"),
    "case.filed": QT_TR_NOOP("登记立案"),
    "case.procedure_decided": QT_TR_NOOP("决定适用程序"),
    "case.jurisdiction_noted": QT_TR_NOOP("审查管辖"),
    "case.track_decided": QT_TR_NOOP("决定繁简分流"),
    "case.periods_waived": QT_TR_NOOP("当事人不要举证期限、答辩期"),
    "case.small_claims_noticed": QT_TR_NOOP("小额诉讼程序告知"),
    "case.hearing_set": QT_TR_NOOP("定下次开庭"),
    "case.renumbered": QT_TR_NOOP("案号作废，重新编号"),
    "case.suit_ended": QT_TR_NOOP("本诉撤诉，其余继续审理"),
    "case.closed": QT_TR_NOOP("结案"),
    "party.joined": QT_TR_NOOP("登记当事人"),
    "party.agents_named": QT_TR_NOOP("登记委托诉讼代理人"),
    "party.address_confirmed": QT_TR_NOOP("确认送达地址"),
    "party.corrected": QT_TR_NOOP("更正当事人信息"),
    "claim.made": QT_TR_NOOP("提出诉讼请求"),
    "claim.added": QT_TR_NOOP("增加诉讼请求"),
    "claim.changed": QT_TR_NOOP("变更诉讼请求"),
    "claim.dropped": QT_TR_NOOP("放弃诉讼请求"),
    "counterclaim.brought": QT_TR_NOOP("提出反诉、第三人请求"),
    "counterclaim.decided": QT_TR_NOOP("决定是否合并审理"),
    "counterclaim.ended": QT_TR_NOOP("反诉、第三人请求撤回或者按撤回处理"),
    "case.elements_stated": QT_TR_NOOP("填写要素"),
    "defence.given": QT_TR_NOOP("答辩"),
    "limit.suspended": QT_TR_NOOP("扣除审限"),
    "limit.resumed": QT_TR_NOOP("恢复计算审限"),
    "evidence.submitted": QT_TR_NOOP("提交证据"),
    "evidence.returned": QT_TR_NOOP("退还证据原件"),
    "evidence.scanned": QT_TR_NOOP("存入证据照片"),
    "attachment.added": QT_TR_NOOP("存入附件"),
    "attachment.set_aside": QT_TR_NOOP("附件作废"),
    "hearing.opened": QT_TR_NOOP("开庭"),
    "hearing.closed": QT_TR_NOOP("闭庭"),
    "hearing.paused": QT_TR_NOOP("休庭"),
    "hearing.resumed": QT_TR_NOOP("继续开庭"),
    "hearing.adjourned": QT_TR_NOOP("改期开庭"),
    "hearing.sound_attached": QT_TR_NOOP("存入庭审录音"),
    "recording.began": QT_TR_NOOP("开始录音"),
    "recording.ended": QT_TR_NOOP("录音结束"),
    "turn.ended": QT_TR_NOOP("记下一句"),
    "turn.corrected": QT_TR_NOOP("更正一句"),
    "mediation.agreed": QT_TR_NOOP("调解达成协议"),
    "mediation.failed": QT_TR_NOOP("调解未成"),
    "mediation.outside_agreement_brought": QT_TR_NOOP("提交庭外调解协议"),
    "judgment.announced": QT_TR_NOOP("宣判"),
    "withdrawal.ruled": QT_TR_NOOP("对撤诉申请作出裁定"),
    "withdrawal.deemed": QT_TR_NOOP("裁定按撤诉处理"),
    "appeal.brought": QT_TR_NOOP("提出上诉"),
    "appeal.answered": QT_TR_NOOP("对上诉答辩"),
    "appeal.fee_noted": QT_TR_NOOP("登记上诉费"),
    "appeal.ended": QT_TR_NOOP("上诉有了结果"),
    "approval.requested": QT_TR_NOOP("报批"),
    "approval.decided": QT_TR_NOOP("报批的答复"),
    "approval.carried_out": QT_TR_NOOP("拘传的结果"),
    "approval.signed_for": QT_TR_NOOP("补签"),
    "fee.refund_ordered": QT_TR_NOOP("决定退费"),
    "fee.refunded": QT_TR_NOOP("已退费"),
    "fee.review_requested": QT_TR_NOOP("申请复核诉讼费用"),
    "fee.review_answered": QT_TR_NOOP("答复诉讼费用的复核"),
    "fee.relief_decided": QT_TR_NOOP("缓减免交诉讼费"),
    "fee.paid": QT_TR_NOOP("交费"),
    "paper.issued": QT_TR_NOOP("出具文书"),
    "signing.signed": QT_TR_NOOP("签名捺印"),
    "signing.sealed": QT_TR_NOOP("用印"),
    "signing.scanned": QT_TR_NOOP("纸质签名扫描"),
    "signing.refused": QT_TR_NOOP("拒签"),
    "entrustment.received": QT_TR_NOOP("受托法院收到委托送达函"),
    "entrustment.returned": QT_TR_NOOP("受托法院退回送达回证"),
    "service.made": QT_TR_NOOP("送达"),
    "service.queued": QT_TR_NOOP("电子送达待发"),
    "service.sent": QT_TR_NOOP("电子送达已发"),
    "service.reminded": QT_TR_NOOP("催办答复"),
    "timestamp.added": QT_TR_NOOP("法院加上时间戳"),
    "dispute.decided": QT_TR_NOOP("核定不一致的信息"),
    "number.leased": QT_TR_NOOP("领用号段"),
    "number.voided": QT_TR_NOOP("案号作废"),
    "key.requested": QT_TR_NOOP("申请签名证书"),
    "calendar.imported": QT_TR_NOOP("导入放假通知"),
    "lpr.imported": QT_TR_NOOP("导入利率表"),
    "trip.departed": QT_TR_NOOP("巡回出发"),
    "circuit.served": QT_TR_NOOP("登记便民服务"),
}


def act_words(act: str) -> str:
    """The act in the court's words; its code where a newer program wrote it."""
    return tr(ACTS[act]) if act in ACTS else act


def about_words(act: str, fields: Mapping[str, Any]) -> str:
    """What was asked for, here or of the higher court, or decided of a counterclaim; nothing for other acts."""
    kind = act.partition(".")[0]
    if kind == "claim":
        return str((fields.get("stated") or fields).get("text", ""))
    if act == "counterclaim.decided":
        decision = fields["decision"]
        return f"{tr('合并审理') if decision['joined'] else tr('不予受理')}　{decision['why']}"
    if act == "counterclaim.ended":
        end = fields["end"]
        return tr("撤回") if end["how"] == "withdrawn" else tr("没有交费，按撤回处理")
    said = {"counterclaim.brought": "facts", "appeal.brought": "request"}.get(act, "")
    return str(fields.get(said, ""))
