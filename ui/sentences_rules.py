"""Sentences about fees, periods, numbers and calculations."""

from __future__ import annotations

from ui.i18n import QT_TR_NOOP

RULES: dict[str, tuple[str, str]] = {
    "amount_malformed": (QT_TR_NOOP("金额写得不对。"), QT_TR_NOOP("只写数字，最多两位小数，如 36000.00。")),
    "amount_missing": (QT_TR_NOOP("没有写金额。"), QT_TR_NOOP("写上金额。")),
    "amount_negative": (QT_TR_NOOP("金额不能是负数。"), QT_TR_NOOP("写正数。")),
    "amount_too_large": (QT_TR_NOOP("金额太大了。"), QT_TR_NOOP("核对位数。")),
    "amount_too_many_decimals": (QT_TR_NOOP("金额最多两位小数。"), QT_TR_NOOP("写到分为止。")),
    "amount_zero": (QT_TR_NOOP("金额不能是零。"), QT_TR_NOOP("写上实际金额。")),
    "application_kind_unknown": (QT_TR_NOOP("没有这种申请。"), QT_TR_NOOP("从列表里选。")),
    "area_unknown": (QT_TR_NOOP("号码开头的地区代码不认识。"), QT_TR_NOOP("再核对证件。")),
    "ask_unknown": (QT_TR_NOOP("没有这种问题。"), QT_TR_NOOP("核对问题的名称。")),
    "calendar_inconsistent": (QT_TR_NOOP("放假安排前后矛盾。"), QT_TR_NOOP("请管理员重新导入。")),
    "calendar_malformed": (QT_TR_NOOP("放假安排的文件读不懂。"), QT_TR_NOOP("请管理员重新导入。")),
    "cash_condition_missing": (
        QT_TR_NOOP("收现金的三项条件不全（{article}）。"),
        QT_TR_NOOP("缺一项就不能收；请当事人到银行或用电子支付。"),
    ),
    "cash_condition_unknown": (QT_TR_NOOP("没有这项条件（{article}）。"), QT_TR_NOOP("从三项条件里选。")),
    "cash_ticket_missing": (
        QT_TR_NOOP("没有财政票据号，不能收现金（{article}）。"),
        QT_TR_NOOP("写上票据号，并把票据交给交款人。"),
    ),
    "causes_malformed": (QT_TR_NOOP("案由表读不懂。"), QT_TR_NOOP("请管理员重新导入。")),
    "causes_not_known_then": (QT_TR_NOOP("那时的案由表没有录入。"), QT_TR_NOOP("核对日期。")),
    "citation_unknown": (QT_TR_NOOP("没有这条法律。"), QT_TR_NOOP("核对法律名称和条文号。")),
    "credit_code_characters": (
        QT_TR_NOOP("统一社会信用代码里有不该有的字。"),
        QT_TR_NOOP("没有 I、O、S、V、Z；对照证照改好。"),
    ),
    "credit_code_check_digit": (
        QT_TR_NOOP("统一社会信用代码的校验位应为 {expected}。"),
        QT_TR_NOOP("对照证照；确实如此的，写明理由照登。"),
    ),
    "credit_code_length": (
        QT_TR_NOOP("统一社会信用代码应为 18 位，现在是 {length} 位。"),
        QT_TR_NOOP("补全或删去多余的。"),
    ),
    "credit_code_malformed": (QT_TR_NOOP("统一社会信用代码写得不对。"), QT_TR_NOOP("对照证照改好。")),
    "date_malformed": (QT_TR_NOOP("日期写得不对。"), QT_TR_NOOP("照 2026-03-20 的样子写。")),
    "date_not_real": (QT_TR_NOOP("没有这一天。"), QT_TR_NOOP("核对月份和日子。")),
    "date_out_of_range": (QT_TR_NOOP("日期太早或太晚。"), QT_TR_NOOP("核对年份。")),
    "id_number_birth_differs": (
        QT_TR_NOOP("出生日期和身份证号不一致，号码是 {read}。"),
        QT_TR_NOOP("对照身份证改好其中一个。"),
    ),
    "id_number_birth_in_future": (QT_TR_NOOP("身份证号里的出生日期还没到。"), QT_TR_NOOP("对照身份证改好。")),
    "id_number_birth_not_real": (QT_TR_NOOP("身份证号里没有这个出生日期。"), QT_TR_NOOP("对照身份证改好。")),
    "id_number_characters": (QT_TR_NOOP("身份证号只能是数字，最后一位可以是 X。"), QT_TR_NOOP("对照身份证改好。")),
    "id_number_check_digit": (
        QT_TR_NOOP("身份证号的最后一位应为 {expected}。"),
        QT_TR_NOOP("有一位打错了，对照身份证逐位核对。"),
    ),
    "id_number_length": (QT_TR_NOOP("身份证号应为 18 位，现在是 {length} 位。"), QT_TR_NOOP("补全或删去多余的。")),
    "id_number_malformed": (QT_TR_NOOP("身份证号写得不对。"), QT_TR_NOOP("对照身份证改好。")),
    "id_number_sex_differs": (
        QT_TR_NOOP("性别和身份证号不一致，号码是 {read}。"),
        QT_TR_NOOP("对照身份证改好其中一个。"),
    ),
    "interest_days_invalid": (QT_TR_NOOP("计息的起止日期不对。"), QT_TR_NOOP("止日要在起日之后。")),
    "key_repeated": (QT_TR_NOOP("这一行里同一个键写了两次。"), QT_TR_NOOP("去掉一个。")),
    "line_not_json": (QT_TR_NOOP("这一行读不懂。"), QT_TR_NOOP("核对格式。")),
    "line_not_utf8": (QT_TR_NOOP("这一行不是 UTF-8 编码。"), QT_TR_NOOP("用 UTF-8 存一遍。")),
    "lpr_malformed": (QT_TR_NOOP("贷款市场报价利率表读不懂。"), QT_TR_NOOP("请管理员重新导入。")),
    "lpr_unknown": (QT_TR_NOOP("那一天的贷款市场报价利率没有录入。"), QT_TR_NOOP("请管理员导入新的利率表。")),
    "number_malformed": (QT_TR_NOOP("数字写得不对。"), QT_TR_NOOP("改好再试。")),
    "number_out_of_range": (QT_TR_NOOP("数字太大或太小。"), QT_TR_NOOP("核对后改好。")),
    "old_card": (QT_TR_NOOP("这是旧的十五位身份证号，已换算成十八位。"), QT_TR_NOOP("请对照新身份证。")),
    "over_120": (QT_TR_NOOP("按号码算已超过一百二十岁。"), QT_TR_NOOP("再核对证件。")),
    "paid_more_than_due": (
        QT_TR_NOOP("收的比应交的多，现在只应交 {due} 元。"),
        QT_TR_NOOP("改好金额；已经多收的，办理退费。"),
    ),
    "period_length_invalid": (QT_TR_NOOP("期限的长度不对。"), QT_TR_NOOP("写一个合理的数。")),
    "period_needs_a_moment": (QT_TR_NOOP("按小时计算的期限要写几点几分。"), QT_TR_NOOP("补上时间。")),
    "period_not_counted": (QT_TR_NOOP("这一项不是一段期限（{article}）。"), QT_TR_NOOP("看条文的要求办。")),
    "period_unknown": (QT_TR_NOOP("没有这种期限。"), QT_TR_NOOP("从列表里选。")),
    "period_variant_missing": (QT_TR_NOOP("这种期限分几种情形，还没有选。"), QT_TR_NOOP("在“情形”里选一种。")),
    "province_fee_missing": (
        QT_TR_NOOP("没有录入本省的收费标准（{article}）。"),
        QT_TR_NOOP("到“设置”的“法院”里录入。"),
    ),
    "province_fee_out_of_range": (
        QT_TR_NOOP("本省的收费标准超出法定幅度（{article}）。"),
        QT_TR_NOOP("到“设置”的“法院”里改好。"),
    ),
    "question_malformed": (QT_TR_NOOP("问题写得不完整。"), QT_TR_NOOP("核对格式。")),
    "rate_malformed": (QT_TR_NOOP("利率写得不对。"), QT_TR_NOOP("照 3.1 的样子写。")),
    "reason_missing": (QT_TR_NOOP("没有写理由。"), QT_TR_NOOP("写明理由。")),
    "registrar_unknown": (QT_TR_NOOP("代码第一位的登记机关不认识。"), QT_TR_NOOP("再核对证照。")),
    "relief_deferral_too_late": (
        QT_TR_NOOP("缓交要在立案前决定（{article}）。"),
        QT_TR_NOOP("改为减交或免交，或按期交纳。"),
    ),
    "relief_ground_unknown": (QT_TR_NOOP("没有这条依据（{article}）。"), QT_TR_NOOP("从列出的依据里选。")),
    "relief_kind_unknown": (QT_TR_NOOP("没有这种救助。"), QT_TR_NOOP("选缓交、减交或免交。")),
    "relief_natural_person_only": (QT_TR_NOOP("免交只对自然人（{article}）。"), QT_TR_NOOP("改为减交或缓交。")),
    "relief_needs_division_chief_or_president": (
        QT_TR_NOOP("{officer}不能批准缓减免。"),
        QT_TR_NOOP("由庭长或院长批准。"),
    ),
    "relief_reduction_too_small": (QT_TR_NOOP("减交不得低于百分之三十（{article}）。"), QT_TR_NOOP("改大减交的金额。")),
    "relief_reduction_under_30_percent": (
        QT_TR_NOOP("减交不得低于百分之三十（{article}）。"),
        QT_TR_NOOP("改大减交的金额。"),
    ),
    "rounding_unknown": (QT_TR_NOOP("没有这种取整办法。"), QT_TR_NOOP("到“设置”里选。")),
    "suspension_malformed": (QT_TR_NOOP("扣除的起止日期不对。"), QT_TR_NOOP("止日要在起日之后。")),
    "ticket_already_used": (QT_TR_NOOP("票据号{ticket_no}已经用过。"), QT_TR_NOOP("核对票据号。")),
}
