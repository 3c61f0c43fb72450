"""The court's words for the codes that services give."""

from __future__ import annotations

from app.cases.model import Case, Counterclaim
from ui.i18n import QT_TR_NOOP, tr

ROLES = {
    "judge": QT_TR_NOOP("审判员"),
    "assistant_judge": QT_TR_NOOP("法官助理"),
    "clerk": QT_TR_NOOP("书记员"),
    "assessor": QT_TR_NOOP("人民陪审员"),
    "division_chief": QT_TR_NOOP("庭长"),
    "president": QT_TR_NOOP("院长"),
    "filing_officer": QT_TR_NOOP("立案人员"),
    "administrator": QT_TR_NOOP("管理员"),
}
PARTY_ROLES = {
    "plaintiff": QT_TR_NOOP("原告"),
    "defendant": QT_TR_NOOP("被告"),
    "third_party": QT_TR_NOOP("第三人"),
    "applicant": QT_TR_NOOP("申请人"),
    "respondent": QT_TR_NOOP("被申请人"),
}
SERVICE_WAYS = {
    "direct": QT_TR_NOOP("直接"),
    "left": QT_TR_NOOP("留置"),
    "electronic": QT_TR_NOOP("电子"),
    "post": QT_TR_NOOP("邮寄"),
    "public": QT_TR_NOOP("公告"),
    "entrusted": QT_TR_NOOP("委托"),
    "forwarded": QT_TR_NOOP("转交"),
    "simple": QT_TR_NOOP("简便方式"),
}
PROCEDURES = {
    "small_claims": QT_TR_NOOP("小额诉讼程序"),
    "simplified": QT_TR_NOOP("简易程序"),
    "ordinary": QT_TR_NOOP("普通程序"),
    "special": QT_TR_NOOP("特别程序"),
}
CLOSED = {
    "mediated": QT_TR_NOOP("调解结案"),
    "withdrawn": QT_TR_NOOP("撤诉结案"),
    "deemed_withdrawn": QT_TR_NOOP("按撤诉处理"),
    "confirmed": QT_TR_NOOP("已司法确认"),
    "judged": QT_TR_NOOP("判决结案"),
    "not_accepted": QT_TR_NOOP("裁定不予受理"),
}
PERIODS = {
    "T01": QT_TR_NOOP("决定是否立案"),
    "T02": QT_TR_NOOP("补正材料"),
    "T04": QT_TR_NOOP("送达起诉状副本"),
    "T05": QT_TR_NOOP("答辩期"),
    "T06": QT_TR_NOOP("送达答辩状副本"),
    "T07": QT_TR_NOOP("提出管辖权异议"),
    "T08": QT_TR_NOOP("告知审判人员"),
    "T09": QT_TR_NOOP("举证期限"),
    "T10": QT_TR_NOOP("举证期限"),
    "T11": QT_TR_NOOP("举证期限"),
    "T13": QT_TR_NOOP("送达传票"),
    "T15": QT_TR_NOOP("开庭公告"),
    "T16.ask": QT_TR_NOOP("申请人民陪审员参加"),
    "T16.draw": QT_TR_NOOP("有人申请的，抽取人民陪审员"),
    "T17": QT_TR_NOOP("决定回避"),
    "T18": QT_TR_NOOP("审限"),
    "T19": QT_TR_NOOP("审限"),
    "T20": QT_TR_NOOP("审限"),
    "T21": QT_TR_NOOP("审限"),
    "T23": QT_TR_NOOP("延长审限的报批、答复"),
    "T24": QT_TR_NOOP("再次开庭"),
    "T27": QT_TR_NOOP("答辩期满前的调解"),
    "T28": QT_TR_NOOP("委派调解"),
    "T29": QT_TR_NOOP("委托调解"),
    "T30": QT_TR_NOOP("立案后先行调解"),
    "T31": QT_TR_NOOP("在线调解"),
    "T32": QT_TR_NOOP("申请司法确认"),
    "T33": QT_TR_NOOP("决定是否受理司法确认"),
    "T34": QT_TR_NOOP("发送判决书"),
    "T35": QT_TR_NOOP("发送调解书"),
    "T36": QT_TR_NOOP("上诉期"),
    "T37.copy": QT_TR_NOOP("送达上诉状副本"),
    "T37.defence": QT_TR_NOOP("二审答辩期"),
    "T37.answer": QT_TR_NOOP("送达二审答辩状副本"),
    "T37.file": QT_TR_NOOP("移送上诉案卷"),
    "T38": QT_TR_NOOP("公告送达期满"),
    "T39": QT_TR_NOOP("受托法院代为送达"),
    "T40": QT_TR_NOOP("保全的裁定"),
    "T40.urgent": QT_TR_NOOP("情况紧急的保全的裁定"),
    "T40.start": QT_TR_NOOP("保全裁定的执行"),
    "T41": QT_TR_NOOP("诉前保全后起诉"),
    "T41.ruling": QT_TR_NOOP("诉前保全的裁定"),
    "T43": QT_TR_NOOP("对裁定申请复议"),
    "T44": QT_TR_NOOP("交纳诉讼费"),
    "T45": QT_TR_NOOP("退还诉讼费"),
    "T46": QT_TR_NOOP("补交诉讼费"),
    "T47": QT_TR_NOOP("复核诉讼费用"),
    "T48": QT_TR_NOOP("阅读庭审笔录"),
    "T50": QT_TR_NOOP("申请执行"),
    "T51": QT_TR_NOOP("不得再行起诉"),
    "T52": QT_TR_NOOP("申请再审"),
    "T53": QT_TR_NOOP("答复司法建议"),
    "T54": QT_TR_NOOP("答复对立案工作的投诉"),
    "T55": QT_TR_NOOP("归档"),
    "T56": QT_TR_NOOP("对确认裁定的异议期"),
}
"""Periods that run in a case, or before there is one, by their rows of the period table."""
STAGES = {
    "intake": QT_TR_NOOP("立案"),
    "hearing": QT_TR_NOOP("庭审"),
    "mediation": QT_TR_NOOP("调解"),
    "judgment": QT_TR_NOOP("裁判"),
    "service": QT_TR_NOOP("送达"),
    "archive": QT_TR_NOOP("归档"),
    "circuit": QT_TR_NOOP("巡回"),
}
"""The stages that papers belong to, in their order."""
CLAIM_KINDS = {
    "property": QT_TR_NOOP("财产（有金额）"),
    "divorce": QT_TR_NOOP("离婚"),
    "personality": QT_TR_NOOP("人格权"),
    "non_property": QT_TR_NOOP("其他非财产"),
    "labour": QT_TR_NOOP("劳动争议"),
    "judicial_confirmation": QT_TR_NOOP("司法确认"),
    "costs": QT_TR_NOOP("诉讼费用负担"),
}

SCREENS = {
    "intake": QT_TR_NOOP("立案"),
    "cases": QT_TR_NOOP("案件"),
    "hearings": QT_TR_NOOP("庭审"),
    "mediation": QT_TR_NOOP("调解"),
    "judgments": QT_TR_NOOP("宣判、撤诉"),
    "documents": QT_TR_NOOP("文书"),
    "fees": QT_TR_NOOP("收费"),
    "approvals": QT_TR_NOOP("报批"),
    "service": QT_TR_NOOP("送达"),
    "signing": QT_TR_NOOP("签名捺印"),
    "circuit": QT_TR_NOOP("巡回"),
    "settings": QT_TR_NOOP("设置"),
}
"""The pages on which a paper's blanks are filled, as the navigation names them."""

PLACES = {
    "parties": QT_TR_NOOP("当事人"),
    "claims": QT_TR_NOOP("诉讼请求"),
    "evidence": QT_TR_NOOP("证据"),
    "agents": QT_TR_NOOP("代理人"),
    "name": QT_TR_NOOP("姓名或名称"),
    "address": QT_TR_NOOP("住址或住所地"),
    "phone": QT_TR_NOOP("电话"),
    "id_no": QT_TR_NOOP("证件号码"),
    "sex": QT_TR_NOOP("性别"),
    "born": QT_TR_NOOP("出生日期"),
    "ethnicity": QT_TR_NOOP("民族"),
    "occupation": QT_TR_NOOP("职业"),
    "role": QT_TR_NOOP("诉讼地位"),
    "kind": QT_TR_NOOP("种类"),
    "representative": QT_TR_NOOP("法定代表人或负责人"),
    "text": QT_TR_NOOP("内容"),
    "amount": QT_TR_NOOP("金额"),
    "pages": QT_TR_NOOP("页数"),
    "cause": QT_TR_NOOP("案由"),
    "facts": QT_TR_NOOP("事实和理由"),
    "place": QT_TR_NOOP("地点"),
    "accepted_at": QT_TR_NOOP("登记立案时间"),
    "accepted_by": QT_TR_NOOP("决定立案的人"),
    "service_address": QT_TR_NOOP("送达地址"),
    "procedure": QT_TR_NOOP("适用程序"),
    "stage": QT_TR_NOOP("案件阶段"),
    "closed": QT_TR_NOOP("结案方式"),
    "track": QT_TR_NOOP("繁简分流"),
    "jurisdiction": QT_TR_NOOP("管辖审查"),
    "last": QT_TR_NOOP("扣除到哪一天"),
    "stated": QT_TR_NOOP("请求"),
    "property_total": QT_TR_NOOP("共同财产总额"),
    "by": QT_TR_NOOP("谁提出"),
    "at": QT_TR_NOOP("时间"),
    "inquiry_closed": QT_TR_NOOP("法庭调查已经终结"),
    "dropped": QT_TR_NOOP("已经放弃"),
    "decision": QT_TR_NOOP("对反诉的决定"),
    "joined": QT_TR_NOOP("合并审理"),
    "why": QT_TR_NOOP("理由"),
    "end": QT_TR_NOOP("反诉怎样结束"),
    "outcome": QT_TR_NOOP("上诉的结果"),
    "extension.ground": QT_TR_NOOP("逾期的正当理由（民诉86）"),
    "extension.ended_on": QT_TR_NOOP("障碍消除的日期"),
    "handed_in_by": QT_TR_NOOP("递交人"),
    "materials": QT_TR_NOOP("收到的材料"),
    "copies": QT_TR_NOOP("份数"),
    "items": QT_TR_NOOP("补正事项"),
    "until": QT_TR_NOOP("到哪一天"),
    "what": QT_TR_NOOP("内容"),
    "to": QT_TR_NOOP("给谁"),
    "answer": QT_TR_NOOP("答复"),
    "reason": QT_TR_NOOP("理由"),
    "received_by": QT_TR_NOOP("谁收的"),
    "on": QT_TR_NOOP("日期"),
    "how": QT_TR_NOOP("方式"),
    "result": QT_TR_NOOP("结果"),
    "correction": QT_TR_NOOP("告知补正"),
    "corrected": QT_TR_NOOP("收到补正的材料"),
    "complaint": QT_TR_NOOP("对立案工作的投诉"),
    "complaint_answer": QT_TR_NOOP("对投诉的答复"),
    "disputes": QT_TR_NOOP("对什么有异议"),
    "answered_by": QT_TR_NOOP("答复的人"),
    "ended": QT_TR_NOOP("收件怎样办结"),
    "reminders": QT_TR_NOOP("催办记录"),
    "remote": QT_TR_NOOP("边远、水上、交通不便地区"),
    "heard_on_the_spot": QT_TR_NOOP("基层巡回法庭当场审理"),
    "bank_difficult": QT_TR_NOOP("当事人提出到指定银行交纳确有困难"),
}
"""Fields and places of forms, as the screen calls them."""


def word(table: dict[str, str], code: str | None) -> str:
    """The court's word for a code; the code itself where the table doesn't know it, nothing for none."""
    return tr(table[code]) if code in table else str(code or "")


def role_name(role: str) -> str:
    return word(ROLES, role)


def counterclaim_words(case: Case, counterclaim: Counterclaim) -> str:
    """李喆的反诉, or 周禾的独立请求 of a third party, as lists and drop-downs name it."""
    words = tr("{name}的独立请求") if counterclaim.independent else tr("{name}的反诉")
    return words.format(name=case.party(counterclaim.by).name)


def choices(table: dict[str, str]) -> list[tuple[str, str]]:
    """(code, word) pairs in the table's order."""
    return [(code, tr(words)) for code, words in table.items()]


PAPER_CHOICES = {
    "absent": QT_TR_NOOP("经传唤拒不到庭"),
    "accept": QT_TR_NOOP("同意立案"),
    "admitted": QT_TR_NOOP("一方承认对方的请求"),
    "agreed": QT_TR_NOOP("各方同意简化"),
    "appeal": QT_TR_NOOP("告知上诉权"),
    "auto": QT_TR_NOOP("按主文判断"),
    "before_suit": QT_TR_NOOP("起诉前申请，四十八小时内裁定"),
    "borne": QT_TR_NOOP("裁判负担"),
    "both": QT_TR_NOOP("金钱和行为都写"),
    "contact": QT_TR_NOOP("与当事人、律师接触交往"),
    "correct": QT_TR_NOOP("通知补正"),
    "counterclaim": QT_TR_NOOP("反诉预交"),
    "deferral": QT_TR_NOOP("缓交"),
    "ended": QT_TR_NOOP("终止"),
    "exemption": QT_TR_NOOP("免交"),
    "failed": QT_TR_NOOP("未达成协议"),
    "general": QT_TR_NOOP("一般授权"),
    "in_person": QT_TR_NOOP("上门"),
    "increase": QT_TR_NOOP("增加请求补交"),
    "inquiry": QT_TR_NOOP("内部人员过问"),
    "interference": QT_TR_NOOP("干预司法"),
    "left": QT_TR_NOOP("未经许可中途退庭"),
    "letter": QT_TR_NOOP("信函"),
    "mediate": QT_TR_NOOP("先行调解"),
    "money": QT_TR_NOOP("只写金钱义务"),
    "no": QT_TR_NOOP("未采纳"),
    "none": QT_TR_NOOP("不写"),
    "not_accept": QT_TR_NOOP("不予受理"),
    "other": QT_TR_NOOP("只写行为义务"),
    "part": QT_TR_NOOP("部分采纳"),
    "party": QT_TR_NOOP("当事人"),
    "prepay": QT_TR_NOOP("预交"),
    "privacy": QT_TR_NOOP("涉及个人隐私或者商业秘密"),
    "reduction": QT_TR_NOOP("减交"),
    "respond": QT_TR_NOOP("告知答辩、举证"),
    "return": QT_TR_NOOP("退回"),
    "review_same": QT_TR_NOOP("向本院申请复议"),
    "review_superior": QT_TR_NOOP("向上一级法院申请复议"),
    "special": QT_TR_NOOP("特别授权"),
    "succeeded": QT_TR_NOOP("达成协议"),
    "telephone": QT_TR_NOOP("电话"),
    "top_up": QT_TR_NOOP("补交"),
    "transfer": QT_TR_NOOP("移送管辖"),
    "unpaid": QT_TR_NOOP("未交诉讼费"),
    "urgent": QT_TR_NOOP("情况紧急，四十八小时内裁定"),
    "witness": QT_TR_NOOP("证人"),
    "yes": QT_TR_NOOP("采纳"),
}
"""What the blanks of papers offer to choose from; a court's own template may offer words of its own."""
