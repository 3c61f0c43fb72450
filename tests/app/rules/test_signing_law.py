"""Where the law wants paper: marriage, adoption, inheritance (电子签名法3)."""

import pytest

from app.rules.signing_law import wet_signature_required


@pytest.mark.parametrize(
    "cause",
    [
        "离婚纠纷",
        "婚姻家庭纠纷",
        "离婚",
        "婚约财产纠纷",
        "解除收养关系纠纷",
        "法定继承纠纷",
        "转继承纠纷",
        "土地承包经营权继承纠纷",
        "确认亲子关系纠纷",
        "探望权纠纷",
        "申请变更监护人",
        "申请指定遗产管理人",
    ],
)
def test_personal_status_is_signed_on_paper(cause: str) -> None:
    assert wet_signature_required(cause).required


@pytest.mark.parametrize(
    "cause",
    [
        "民间借贷纠纷",
        "劳务合同纠纷",
        "买卖合同纠纷",
        "赡养费纠纷",
        "抚养费纠纷",
        "申请司法确认调解协议",
        "相邻关系纠纷",
    ],
)
def test_other_matters_may_be_signed_on_the_pad(cause: str) -> None:
    assert not wet_signature_required(cause).required


def test_a_divorce_claim_wants_paper_whatever_the_cause_is_called() -> None:
    assert wet_signature_required("其他", ["property", "divorce"]).required


def test_stopping_water_or_heat_wants_paper() -> None:
    assert not wet_signature_required("供用水合同纠纷").required
    assert wet_signature_required("供用水合同纠纷", stops_public_utility=True).required


def test_a_cause_nobody_knows_leans_towards_paper() -> None:
    assert wet_signature_required("涉外婚姻纠纷").required
    assert not wet_signature_required("某种新的合同纠纷").required
