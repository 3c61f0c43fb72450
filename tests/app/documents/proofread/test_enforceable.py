"""An order that nobody could enforce is pointed out: who, to whom or what, how much, by when."""

from __future__ import annotations

import pytest

from app.documents.enforceable import gaps

NAMES = ["张𬱖", "李喆", "淄博示例建材有限公司"]


@pytest.mark.parametrize(
    ("order", "missing"),
    [
        ("被告李喆于本判决生效之日起十日内偿还原告张𬱖借款36000元。", []),
        ("李喆于2026年4月20日前偿还张𬱖10000元，于2026年9月30日前偿还26000元，合计36000元。", []),
        ("案件受理费减半收取364.64元，由被告李喆负担，于2026年4月20日前交纳本院。", []),
        ("被告淄博示例建材有限公司于本判决生效之日起三日内返还原告张𬱖特种作业操作证一本。", []),
        ("孩子由原告抚养，被告每月5日前支付原告抚养费800元。", []),
        ("张𬱖住院医疗费凭票据由李喆负担二分之一，于票据交付后十日内支付。", []),
        ("被告于本判决生效之日起十日内拆除占用通道的围墙，恢复原状。", []),
        ("被告立即停止侵害。", []),
        ("偿还原告张𬱖借款36000元，于2026年4月20日前付清。", ["subject"]),
        ("被告李喆于2026年4月20日前支付36000元。", ["object"]),
        ("被告李喆于2026年4月20日前返还。", ["object"]),
        ("被告李喆于2026年4月20日前偿还原告张𬱖全部借款。", ["amount"]),
        ("被告李喆偿还原告张𬱖借款36000元。", ["period"]),
        ("被告停止侵害。", ["period"]),
        ("被告李喆返还原告张𬱖三轮车一辆。", ["period"]),
        # 解释461: a judgment to perform a contract says what is to be performed.
        ("被告李喆按照合同约定继续履行。", ["object"]),
        ("被告李喆于判决生效后履行义务。", ["object"]),
        ("被告李喆承担违约责任。", ["object"]),
        ("被告李喆于本判决生效之日起十日内退还原告张𬱖彩礼。", ["amount"]),
        ("被告李喆对上述第一项债务承担连带清偿责任。", []),
        ("被告李喆在继承遗产的范围内对本判决第一项确定的债务承担清偿责任。", []),
        ("被告李喆继续履行双方的买卖合同，于2026年4月20日前向原告张𬱖交付玉米种子500公斤。", []),
    ],
)
def test_each_missing_part_of_a_duty_is_named(order: str, missing: list[str]) -> None:
    assert [gap.what for gap in gaps(order, NAMES)] == missing


@pytest.mark.parametrize(
    "order",
    [
        "准予原告张𬱖与被告李喆离婚。",
        "驳回原告张𬱖的其他诉讼请求。",
        "原告张𬱖自愿放弃逾期利息请求。",
        "位于岭子镇的房屋归原告张𬱖所有。",
        "如被告任何一期未按期足额履行，原告可就全部未付款项一并申请强制执行。",
        "双方再无其他争议。",
        "解除原告张𬱖与被告李喆2024年3月1日签订的合同。",
    ],
)
def test_what_changes_a_relation_or_waives_has_nothing_to_enforce(order: str) -> None:
    assert gaps(order, NAMES) == []


def test_who_and_when_may_stand_in_an_earlier_clause() -> None:
    order = "被告李喆于2026年4月20日前向原告张𬱖履行下列义务：偿还借款36000元；支付利息1171元。"
    assert gaps(order, NAMES) == []
