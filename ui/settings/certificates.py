"""The settings' tab about certificates: whose key the court has certified, until when, and what still waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clock import BEIJING
from ui.i18n import QT_TR_NOOP, tr
from ui.shell.office import Office
from ui.widgets.labels import label, set_kind
from ui.widgets.rows import Column, RowsTable

if TYPE_CHECKING:
    from app.desk import Desk
    from app.signing.session_keys import KeyState

USES = {"issuing": QT_TR_NOOP("本机（当事人一次性证书）"), "seal": QT_TR_NOOP("院印")}


class CertificatesTab(QWidget):
    """Read only: who certifies is the court."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        column.addWidget(label(tr("没有证书的不能在电脑上签名。证书由法院发，随回传下来，快到期自动再申请。"), "faint"))
        self.line = label("")
        column.addWidget(self.line)
        self.table = RowsTable(
            [
                Column(tr("谁的"), "whose"),
                Column(tr("情况"), "state", stretch=True),
                Column(tr("核对词"), "words", stretch=True),
            ]
        )
        self.table.setAccessibleName(tr("签名证书"))
        column.addWidget(self.table, 1)
        column.addWidget(label(tr("法院发证书以前，会请本人念这十个词；全部一样才发。"), "faint"))

    def read(self) -> None:
        self.office.read(_states, done=self._show)

    def _show(self, states: list[KeyState]) -> None:
        self.table.put(
            [
                {
                    "id": one.words,
                    "whose": one.key.name or tr(USES.get(one.key.use, one.key.use)),
                    "state": self._state(one),
                    "words": one.words,
                }
                for one in states
            ]
        )
        missing = sum(one.standing.certificate is None for one in states)
        set_kind(self.line, "warn" if missing else "good")
        self.line.setText(tr("还有 {count} 把密钥没有证书。").format(count=missing) if missing else tr("证书都有了。"))

    def _state(self, one: KeyState) -> str:
        standing = one.standing
        if standing.state == "revoked":
            return tr("已被法院停用：{reason}").format(reason=standing.reason)
        until = standing.certificate.not_valid_after_utc if standing.certificate is not None else None
        if until is not None and until < self.office.now():
            return tr("{until} 到期了").format(until=until.astimezone(BEIJING).date().isoformat())
        if until is not None:
            return tr("有效到 {until}").format(until=until.astimezone(BEIJING).date().isoformat())
        if standing.reason == "certificate_not_ours":
            return tr("法院发来的证书对不上，没有收")
        if standing.state == "refused":
            return tr("法院没有发：{reason}").format(reason=standing.reason)
        return tr("等法院发证书") if standing.state == "waiting" else tr("下次登录时申请")


def _states(desk: Desk) -> list[KeyState]:
    from app.signing.session_keys import key_states

    return key_states(desk.database)
