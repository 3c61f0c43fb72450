"""Sentences about sending home, enrolment and bundles."""

from __future__ import annotations

from ui.i18n import QT_TR_NOOP

SYNC: dict[str, tuple[str, str]] = {
    "author_unknown": (QT_TR_NOOP("包里有不认识的电脑写的记录。"), QT_TR_NOOP("请法院核对这台电脑。")),
    "batch_too_large": (QT_TR_NOOP("一次送得太多。"), QT_TR_NOOP("程序会分小再送；反复出现请告诉管理员。")),
    "bundle_damaged": (QT_TR_NOOP("存储盘上的包坏了（第 {volume} 卷）。"), QT_TR_NOOP("重新写一次。")),
    "bundle_for_another": (QT_TR_NOOP("这个包是给别的电脑的。"), QT_TR_NOOP("换对的包。")),
    "bundle_not_found": (QT_TR_NOOP("这里没有回传包。"), QT_TR_NOOP("选对文件夹。")),
    "bundle_volume_missing": (QT_TR_NOOP("包缺第 {volume} 卷。"), QT_TR_NOOP("把所有卷放在一起再读。")),
    "case_not_in_scope": (
        QT_TR_NOOP("法院没有给这个案件。"),
        QT_TR_NOOP("它可能已交给别的电脑；请管理员分给本机再取。"),
    ),
    "case_not_purged": (QT_TR_NOOP("这个案件没有从本机清除过。"), QT_TR_NOOP("在案件列表里找。")),
    "case_still_open": (QT_TR_NOOP("案件{number}还没有结。"), QT_TR_NOOP("结案以后再清除。")),
    "certificate_missing": (QT_TR_NOOP("没有出示证书。"), QT_TR_NOOP("请管理员重新登记入网。")),
    "certificate_refused": (QT_TR_NOOP("法院不认这台电脑的证书。"), QT_TR_NOOP("请管理员看是不是过期或被停用。")),
    "chain_gap": (QT_TR_NOOP("记录中间缺一段。"), QT_TR_NOOP("下次回传会补上；反复出现请告诉管理员。")),
    "clock_far_off": (QT_TR_NOOP("电脑时钟差得太多。"), QT_TR_NOOP("校准时间再回传。")),
    "court_address_wrong": (QT_TR_NOOP("地址不是法院服务器的。"), QT_TR_NOOP("照登记单上的写，以 https:// 开头。")),
    "court_exists": (QT_TR_NOOP("这里已经有法院资料了。"), QT_TR_NOOP("换一个文件夹。")),
    "court_receipt_false": (QT_TR_NOOP("法院的回执对不上。"), QT_TR_NOOP("不要删任何东西，马上告诉管理员。")),
    "court_server_did_not_start": (QT_TR_NOOP("演练法院没有启动。"), QT_TR_NOOP("看看端口是不是被占用，再试。")),
    "device_already_enrolled": (QT_TR_NOOP("这台电脑已经登记入网。"), QT_TR_NOOP("不用再办。")),
    "device_revoked": (QT_TR_NOOP("这台电脑已被停用。"), QT_TR_NOOP("交给管理员。")),
    "device_unknown": (QT_TR_NOOP("法院不认识这台电脑。"), QT_TR_NOOP("请管理员登记入网。")),
    "enrolment_code_expired": (QT_TR_NOOP("登记码过期了。"), QT_TR_NOOP("请法院再给一个。")),
    "enrolment_code_wrong": (QT_TR_NOOP("登记码不对。"), QT_TR_NOOP("对照纸条逐字再输。")),
    "enrolment_request_damaged": (QT_TR_NOOP("登记请求坏了。"), QT_TR_NOOP("再试一次。")),
    "enrolment_ticket_unreadable": (QT_TR_NOOP("登记单读不懂。"), QT_TR_NOOP("换一个文件，或请法院再给。")),
    "entry_tampered": (QT_TR_NOOP("有一条记录被改动过。"), QT_TR_NOOP("不要再用，马上告诉管理员。")),
    "group_cut": (QT_TR_NOOP("一组记录没有送全。"), QT_TR_NOOP("再回传一次。")),
    "key_not_asked_for": (QT_TR_NOOP("没有这把密钥的申请。"), QT_TR_NOOP("对照申请清单再输。")),
    "no_court_here": (QT_TR_NOOP("这里没有法院资料。"), QT_TR_NOOP("选对文件夹。")),
    "not_enrolled": (QT_TR_NOOP("这台电脑还没有登记入网。"), QT_TR_NOOP("请管理员在法院办理。")),
    "not_safe_at_court": (
        QT_TR_NOOP("{number}还没有在法院收齐、备份好。"),
        QT_TR_NOOP("先回传一次；法院备份以后再清除。"),
    ),
    "officer_named_otherwise": (
        QT_TR_NOOP("电脑上写的姓名或职务和法院登记的不一样（{name}，{role}）。"),
        QT_TR_NOOP("查清是谁，再登记或退回。"),
    ),
    "officer_not_named": (QT_TR_NOOP("{officer}还没有在法院登记任职。"), QT_TR_NOOP("先登记姓名和职务，再发证书。")),
    "place_not_in_log": (QT_TR_NOOP("法院日志里没有这个位置。"), QT_TR_NOOP("再回传一次。")),
    "server_failed": (QT_TR_NOOP("法院服务器出错（{status}）。"), QT_TR_NOOP("稍后再试；一直不行请告诉管理员。")),
    "server_unreachable": (QT_TR_NOOP("连不上法院。"), QT_TR_NOOP("看看网线；不行就用存储盘带回。")),
    "wrong_court": (QT_TR_NOOP("连到了别的法院。"), QT_TR_NOOP("看看网线接在哪里。")),
}
