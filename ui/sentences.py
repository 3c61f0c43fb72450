"""The sentence for every refusal code of app and sync: what is wrong, and what to do next."""

from __future__ import annotations

from ui.i18n import QT_TR_NOOP

SENTENCES: dict[str, tuple[str, str]] = {
    "role_not_permitted": (
        QT_TR_NOOP("您的职务不能办这一项。"),
        QT_TR_NOOP("请由有权办理的人员登录后办理。"),
    ),
}
