"""The pages of the window in their order, with their keys."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ui.i18n import tr
from ui.shell.office import Office
from ui.shell.page import Page, PageEntry


def _later(module: str, name: str) -> Callable[[Office], Page]:
    """A page's module is imported when the page is first opened, so that the window opens at once."""

    def make(office: Office) -> Page:
        page: Page = getattr(import_module(module), name)(office)
        return page

    return make


def entries() -> list[PageEntry]:
    """In the order of a circuit day."""
    return [
        PageEntry("workbench", tr("工作台"), "Ctrl+1", _later("ui.workbench.page", "WorkbenchPage")),
        PageEntry("intake", tr("立案"), "Ctrl+2", _later("ui.intake.page", "IntakePage")),
        PageEntry("cases", tr("案件"), "Ctrl+3", _later("ui.cases.page", "CasesPage")),
        PageEntry("hearings", tr("庭审"), "Ctrl+4", _later("ui.hearings.page", "HearingPage")),
        PageEntry("mediation", tr("调解"), "Ctrl+5", _later("ui.mediation.page", "MediationPage")),
        PageEntry("judgments", tr("宣判、撤诉"), "Ctrl+6", _later("ui.judgments.page", "JudgmentPage")),
        PageEntry("documents", tr("文书"), "Ctrl+7", _later("ui.documents.page", "DocumentsPage")),
        PageEntry("signing", tr("签名捺印"), "Ctrl+8", _later("ui.signing.page", "SigningPage")),
        PageEntry("fees", tr("收费"), "Ctrl+9", _later("ui.fees.page", "FeesPage")),
        PageEntry("approvals", tr("报批"), "Ctrl+B", _later("ui.approvals.page", "ApprovalsPage")),
        PageEntry("service", tr("送达"), "Ctrl+0", _later("ui.service.page", "ServicePage")),
        PageEntry("circuit", tr("巡回"), "Ctrl+G", _later("ui.circuit.page", "CircuitPage")),
        PageEntry("sync", tr("数据回传"), "Ctrl+H", _later("ui.sync.page", "SyncPage")),
        PageEntry("rules", tr("费用期限计算"), "Ctrl+I", _later("ui.rules.page", "RulesPage")),
        PageEntry("settings", tr("设置"), "Ctrl+,", _later("ui.settings.page", "SettingsPage")),
    ]
