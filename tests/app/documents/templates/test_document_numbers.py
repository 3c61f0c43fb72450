"""Every paper from filing to archive that a court, a clerk, a mediator or a party writes has its template.

The numbers and titles are those of the domain page, chapter 5 (D01–D112), written out here by hand.
"""

from __future__ import annotations

import pytest

from app.documents.template import load, names
from app.errors import NeedsCorrection
from app.rules.service_methods import paper_kind

DOCUMENTS: dict[str, tuple[str, ...]] = {
    "D01 起诉状 (要素式)": ("civil_complaint", "civil_complaint_elements", "independent_claim"),
    "D02 口头起诉笔录": ("oral_filing_record",),
    "D03 答辩状 (要素式)": ("statement_of_defence", "statement_of_defence_elements", "oral_defence_record"),
    "D04 反诉状": ("counterclaim",),
    "D05 法定代表人身份证明书": ("representative_certificate",),
    "D06 授权委托书": ("power_of_attorney",),
    "D07 诉讼材料收取清单": ("evidence_receipt",),
    "D08 补正告知书": ("correction_notice",),
    "D09 立案审批表": ("filing_approval",),
    "D10 受理案件通知书": ("acceptance_notice",),
    "D11 应诉通知书": ("notice_to_respond",),
    "D12 交纳诉讼费用通知书": ("fee_notice",),
    "D13 缓减免交诉讼费申请书": ("fee_relief_application",),
    "D14 缓减免交诉讼费审批表": ("fee_relief_approval",),
    "D15 退费审批表、退费通知书": ("fee_refund_approval", "fee_refund_notice"),
    "D16 送达地址确认书": ("service_address_confirmation",),
    "D17 送达地址有关事项告知书": ("service_address_notice",),
    "D18 诉讼权利义务告知书": ("rights_and_duties_notice",),
    "D19 诉讼风险告知书": ("litigation_risk_notice",),
    "D20 举证通知书": ("evidence_notice",),
    "D21 廉政监督卡": ("integrity_supervision_card",),
    "D22 虚假诉讼风险提示和诚信诉讼承诺书": ("litigation_pledge",),
    "D23 小额诉讼程序告知书": ("small_claims_notice",),
    "D24 审判流程信息公开告知书": ("process_openness_notice",),
    "D25 在线诉讼告知书、同意书": ("online_litigation_consent",),
    "D26 不予受理裁定书": ("ruling_not_accepted",),
    "D27 移送管辖、管辖异议裁定书": ("ruling_transfer", "ruling_jurisdiction_objection"),
    "D28 案件移送函": ("case_transfer_letter",),
    "D29 巡回审判公告": ("hearing_announcement",),
    "D30 人民调解劝导书": ("mediation_advice_letter",),
    "D31 先行调解告知书": ("prior_mediation_notice",),
    "D32 调解意见书": ("mediation_consent",),
    "D33 调解申请书": ("mediation_application",),
    "D34 调解受理登记表": ("mediation_register",),
    "D35 委派调解函": ("mediation_assignment_letter",),
    "D36 委托调解函": ("mediation_entrustment_letter",),
    "D37 特邀调解员确认书": ("mediator_choice",),
    "D38 回避申请、披露声明": ("recusal_application", "mediator_disclosure"),
    "D39 调解权利义务告知书": ("mediation_rights_notice",),
    "D40 调解笔录": ("mediation_record",),
    "D41 调解协议书": ("mediation_agreement",),
    "D42 口头调解协议登记表": ("oral_agreement_record",),
    "D43 调解终止情况表": ("mediation_end_report",),
    "D44 司法确认申请书": ("confirmation_application",),
    "D45 司法确认受理通知书、不予受理裁定书": (
        "confirmation_acceptance_notice",
        "ruling_confirmation_not_accepted",
    ),
    "D46 司法确认询问笔录": ("inquiry_record",),
    "D47 司法确认裁定书": ("ruling_judicial_confirmation", "ruling_confirmation_refused"),
    "D48 履行计划": ("performance_plan",),
    "D49 传票": ("summons",),
    "D50 出庭通知书": ("appearance_notice",),
    "D51 审判组织通知书": ("panel_notice",),
    "D52 参加诉讼通知书": ("joinder_notice",),
    "D53 财产保全申请书": ("preservation_application",),
    "D54 保全裁定书": ("ruling_preservation",),
    "D55 协助执行通知书": ("assistance_notice",),
    "D56 调查笔录": ("investigation_record",),
    "D57 调取证据申请书、调查令": ("evidence_collection_application", "investigation_order"),
    "D58 证据清单": ("evidence_list",),
    "D59 质证笔录": ("evidence_examination_record",),
    "D60 勘验通知书": ("inspection_notice",),
    "D61 勘验笔录": ("inspection_record",),
    "D62 鉴定申请书": ("appraisal_application",),
    "D63 鉴定委托书": ("appraisal_entrustment",),
    "D64 鉴定意见异议书": ("appraisal_objection",),
    "D65 保证书": ("truthfulness_pledge",),
    "D66 先予执行申请、裁定书": ("advance_execution_application", "ruling_advance_execution"),
    "D67 中止、终结诉讼裁定书": ("ruling_suspension", "ruling_termination"),
    "D68 简易转普通程序裁定书": ("ruling_to_ordinary",),
    "D69 小额转简易裁定书": ("ruling_small_to_simplified",),
    "D70 延长、扣除审限审批表": ("trial_limit_approval",),
    "D71 庭审笔录": ("hearing_record",),
    "D72 录音录像替代笔录确认书": ("recording_confirmation",),
    "D73 录音录像故障说明": ("recording_fault_note",),
    "D74 询问笔录": ("inquiry_record",),
    "D75 庭前会议笔录": ("pretrial_conference_record",),
    "D76 电话通知记录表": ("contact_log",),
    "D77 民事调解书": ("civil_mediation_statement",),
    "D78 调解笔录生效": ("mediation_record",),
    "D79 撤诉裁定书": ("ruling_withdrawal_granted", "ruling_withdrawal_refused", "ruling_deemed_withdrawn"),
    "D80 判决书 普通": ("civil_judgment_ordinary",),
    "D81 判决书 简易": ("civil_judgment_simplified",),
    "D82 判决书 要素式": ("civil_judgment_elements",),
    "D83 判决书 令状式": ("civil_judgment_brief",),
    "D84 判决书 表格式": ("civil_judgment_tabular",),
    "D85 宣判笔录": ("pronouncement_record",),
    "D86 领取裁判文书通知": ("judgment_collection_notice",),
    "D87 补正裁定书": ("ruling_correction",),
    "D88 民事决定书": ("decision",),
    "D89 评议笔录、审理报告": ("deliberation_record", "trial_report"),
    "D90 文书签发稿": ("document_release",),
    "D91 送达回证": ("certificate_of_service",),
    "D92 留置送达记录": ("left_service_record",),
    "D93 委托送达函": ("service_entrustment_letter",),
    "D94 公告": ("public_service_notice",),
    "D95 电子送达凭证": ("electronic_service_proof",),
    "D97 送达过程记录": ("service_process_record",),
    "D98 裁判文书生效证明书": ("effectiveness_certificate",),
    "D99 结案审批表、流程管理信息表": ("closing_approval", "case_information_form"),
    "D100 卷宗封面、目录、备考表、移交清单": (
        "dossier_cover",
        "dossier_contents",
        "dossier_remarks",
        "dossier_handover",
    ),
    "D101 上诉案件移送函": ("appeal_transfer_letter",),
    "D102 执行申请书、移送执行": ("execution_application", "execution_transfer_letter"),
    "D103 当事人履行情况登记": ("performance_register",),
    "D104 司法建议书": ("judicial_suggestion",),
    "D105 司法建议反馈登记": ("suggestion_feedback",),
    "D106 司法建议回访表": ("suggestion_visit",),
    "D107 案件回访表": ("case_visit",),
    "D108 三个规定记录报告表": ("interference_report",),
    "D109 类案预警研判表": ("early_warning",),
    "D110 审判运行分析": ("trial_operation_report",),
    "D111 巡回审判日志": ("circuit_service_log",),
    "D112 裁判文书不上网审批": ("publication_approval",),
}
WRITTEN_BY_OTHERS = {"D96": "the post's own receipt"}
BESIDES = {
    # Papers of no number of their own, and what asks for each.
    "adjournment_notice": "民诉149",
    "appeal_answer": "民诉174",
    "appeal_notice": "民诉174",
    "approval_form": "民诉119",
    "civil_appeal": "民诉171",
    "claims_change_notice": "解释232",
    "counterclaim_notice": "解释233",
    "forced_appearance_warrant": "民诉119",
    "independent_claim_notice": "民诉59",
    "ruling_case_dismissed": "解释208",
    "ruling_counterclaim_not_accepted": "解释233",
    "sealing_log": "解释262",
    "withdrawal_application": "民诉148",
    "withdrawal_record": "民诉148",
}


def number_of(title: str) -> str:
    return title.split(" ")[0]


def test_every_number_from_one_to_112_has_its_template() -> None:
    numbered = [f"D{number:02d}" for number in range(1, 113)]
    assert [number for number in numbered if number not in WRITTEN_BY_OTHERS] == [number_of(one) for one in DOCUMENTS]


@pytest.mark.parametrize("title", DOCUMENTS, ids=number_of)
def test_the_templates_of_a_number_are_there(title: str) -> None:
    assert set(DOCUMENTS[title]) <= set(names())


def test_no_template_stands_without_a_number_or_a_law() -> None:
    numbered = {name for found in DOCUMENTS.values() for name in found}
    assert set(names()) - numbered == set(BESIDES)


@pytest.mark.parametrize("name", names())
def test_the_rules_of_service_know_every_paper_and_agree_whether_it_is_served(name: str) -> None:
    try:
        kept = paper_kind(name) == "kept"
    except NeedsCorrection:
        pytest.fail(f"{name} is no paper to app/rules/service_methods.py")
    assert kept is not bool(load(name).served)
