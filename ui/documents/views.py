"""The paper under the cursor seen three ways: as it will be, by where its words come from, and as proofread."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from ui.documents.findings import FindingsView
from ui.documents.offers import Draft
from ui.documents.parts import PartsView
from ui.i18n import tr
from ui.shell.office import Office
from ui.widgets.preview import PdfPreview


class PaperViews(QTabWidget):
    """All three show the same draft; how many findings there are stands on the tab, whichever is in sight."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.paper: PdfPreview = PdfPreview(office.page_image)
        self.origin = PartsView()
        self.proofs = FindingsView()
        self.addTab(self.paper, tr("排好的样子"))
        self.addTab(self.origin, tr("固定的和可改的"))
        self.addTab(self.proofs, tr("校对"))

    def put(self, draft: Draft) -> None:
        """Shows the draft; of an issued paper there are its pages only."""
        self.paper.set_pdf(draft.pdf)
        self.origin.put(draft.lines)
        self.proofs.put(draft.findings)
        if draft.findings is None:
            words = tr("校对")
        elif draft.findings:
            words = tr("校对（{count}）").format(count=len(draft.findings))
        else:
            words = tr("校对 ✓")
        self.setTabText(self.indexOf(self.proofs), words)
