"""设置: how the window looks, the officer's PIN and passphrase, the court's own figures, its templates and numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.cases.court import DEEMED_HALVINGS, MERGED_HALVINGS
from app.journal.entry import COURT
from app.rules.court_level import SEATS
from ui.i18n import LANGUAGES, tr
from ui.settings.away import AwayTab
from ui.settings.calls import change_settings, court_settings
from ui.settings.certificates import CertificatesTab
from ui.settings.measures import MeasuresTab
from ui.settings.purging import PurgingTab
from ui.settings.tables import TablesTab
from ui.settings.wordings import WordingsTab
from ui.shell.drafts import FormKeeper
from ui.shell.page import Page
from ui.shell.theme import SCALES
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.line_button import LineCheck
from ui.widgets.money import MoneyEntry
from ui.widgets.scroll import FocusScroll


class SettingsPage(Page):
    """What belongs to the court can be changed by the administrator, a judge or the president only."""

    name = "settings"
    scrolls = False

    def build(self) -> None:
        self.court: dict[str, Any] = {}
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(FocusScroll(self._look()), tr("界面"))
        self.tabs.addTab(FocusScroll(self._secrets()), tr("短码和口令"))
        self.tabs.addTab(FocusScroll(self._court()), tr("法院"))
        self.wordings = WordingsTab(self.office)
        self.tabs.addTab(FocusScroll(self.wordings), tr("样式和字体"))
        self.measures = MeasuresTab(self.office)
        self.tabs.addTab(FocusScroll(self.measures), tr("版式"))
        self.away = AwayTab(self.office)
        self.tabs.addTab(FocusScroll(self.away), tr("期限和号段"))
        self.tables = TablesTab(self.office)
        self.tabs.addTab(FocusScroll(self.tables), tr("放假和利率"))
        self.certificates = CertificatesTab(self.office)
        self.tabs.addTab(FocusScroll(self.certificates), tr("签名证书"))
        self.purging = PurgingTab(self.office)
        self.tabs.addTab(FocusScroll(self.purging), tr("清除案件"))
        self.office.officer_changed.connect(self._forget_secrets)

    def first_focus(self) -> QWidget:
        return self.tabs.tabBar()

    def open_part(self, part: str) -> None:
        """``away``: how long the laptop may be away, and its numbers."""
        if part == "away":
            self.tabs.setCurrentIndex(next(at for at in range(self.tabs.count()) if self._holds(at, self.away)))

    def _holds(self, at: int, inside: QWidget) -> bool:
        return self.tabs.widget(at).isAncestorOf(inside)

    def read(self) -> None:
        self.office.read(court_settings, done=self._show)
        self.wordings.read()
        self.measures.read()
        self.away.read()
        self.tables.read()
        self.certificates.read()
        self.purging.read()

    def _look(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        chosen = self.office.connections.preferences
        form = Form()
        self.language = KeyedChoice(LANGUAGES, str(chosen.get("language", "zh")))
        form.add("language", tr("语言"), self.language)
        sizes = [(str(scale), f"{round(scale * 100)}%") for scale in SCALES]
        self.scale = KeyedChoice(sizes, str(chosen.get("scale", 1.0)))
        form.add("scale", tr("字的大小"), self.scale)
        self.contrast = LineCheck(tr("高对比度：黑字白底，边框更重"))
        self.contrast.setChecked(bool(chosen.get("high_contrast", False)))
        form.add("high_contrast", tr("对比度"), self.contrast)
        column.addWidget(form)
        column.addWidget(label(tr("换语言会回到登录，没说完的话都会留着。"), "faint"))
        self.scale.changed.connect(self._looks)
        self.contrast.toggled.connect(lambda _on: self._looks())
        self.language.changed.connect(self._speak)
        column.addStretch(1)
        return holder

    def _secrets(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.pin_form = Form()
        self.pin_form.add("passphrase", tr("登录口令"), _secret(), required=True)
        self.pin_form.add("pin", tr("新短码（六到十二位数字）"), _secret(), required=True)
        self.pin_form.add("again", tr("再输一遍新短码"), _secret(), required=True)
        column.addWidget(label(tr("设短码：解锁屏幕和确认签名用"), "section"))
        column.addWidget(self.pin_form)
        column.addWidget(flow(button(tr("设这个短码"), self._set_pin, kind="main")))
        self.phrase_form = Form()
        self.phrase_form.add("old", tr("现在的口令"), _secret(), required=True)
        self.phrase_form.add("new", tr("新口令"), _secret(), required=True)
        self.phrase_form.add("again", tr("再输一遍新口令"), _secret(), required=True)
        column.addWidget(label(tr("换登录口令：电脑丢了靠它保密，要长，最好是一句自己记得住的话"), "section"))
        column.addWidget(self.phrase_form)
        column.addWidget(flow(button(tr("换口令"), self._change_passphrase)))
        column.addStretch(1)
        return holder

    def _court(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.form = Form()
        for name, words in (
            ("name", tr("法院全称")),
            ("code", tr("法院代字")),
            ("tribunal", tr("人民法庭")),
            ("superior", tr("上一级法院")),
        ):
            self.form.add(name, words, QLineEdit(), required=True)
        self.form.add("small_claims_wage", tr("上年度就业人员年平均工资（元）"), MoneyEntry())
        self.form.add("divorce", tr("离婚案件受理费（50—300元）"), MoneyEntry(), required=True)
        self.form.add("personality", tr("人格权案件受理费（100—500元）"), MoneyEntry(), required=True)
        self.form.add("other_non_property", tr("其他非财产案件受理费（50—100元）"), MoneyEntry(), required=True)
        self.form.add("jurisdiction_objection", tr("管辖异议不成立（50—100元）"), MoneyEntry(), required=True)
        self.form.add("ceiling_same", tr("中院一审的标的额起点（元；各方都在或者都不在本省）"), MoneyEntry())
        self.form.add("ceiling_one_outside", tr("中院一审的标的额起点（元；一方不在本省）"), MoneyEntry())
        roundings = [("fen", tr("算到分")), ("yuan_half_up", tr("四舍五入到元"))]
        self.form.add("fee_rounding", tr("受理费取整"), KeyedChoice(roundings), required=True)
        halvings = [("counterclaim", tr("只有反诉减半")), ("each", tr("本诉、反诉都减半"))]
        self.form.add("merged_halving", tr("反诉合并审理的受理费（费用18）"), KeyedChoice(halvings), required=True)
        deemed = [("half", tr("减半")), ("full", tr("不减半"))]
        self.form.add("deemed_halving", tr("按撤诉处理的受理费（费用15）"), KeyedChoice(deemed), required=True)
        modes = [("register_first", tr("先立案后调解（2025年起）")), ("pre_suit_legacy", tr("诉前调解（旧）"))]
        self.form.add("mediation_mode", tr("调解方式"), KeyedChoice(modes), required=True)
        policies = [("pad_unless_excluded", tr("手写板（法律除外的用纸）")), ("paper", tr("一律用纸"))]
        self.form.add("sign_policy", tr("当事人签名"), KeyedChoice(policies), required=True)
        seals = [
            ("device_seal", tr("本机院印")),
            ("carried_wet_seal", tr("携带实体印章")),
            ("pending", tr("回院用印")),
        ]
        self.form.add("seal_mode", tr("用印"), KeyedChoice(seals), required=True)
        for name, words in (("bank", tr("诉讼费开户银行")), ("holder", tr("户名")), ("number", tr("账号"))):
            self.form.add(name, words, QLineEdit())
        self.keeper = FormKeeper(self.office, "court_settings", self.form, self._stands)
        column.addWidget(self.form)
        self.court_button = button(tr("保存法院设置"), self._save_court, kind="main")
        column.addWidget(flow(self.court_button))
        column.addStretch(1)
        return holder

    def _show(self, court: dict[str, Any]) -> None:
        self.court = court
        self.keeper.stand_for(COURT)
        able = self.office.officer.role in ("administrator", "judge", "president", "division_chief")
        self.form.setEnabled(able)
        self.court_button.setEnabled(able)

    def _stands(self) -> dict[str, Any]:
        """The court's settings by the blanks of their form."""
        court = self.court
        account = court.get("account") or {}
        return {
            **{k: court.get(k) for k in ("name", "code", "tribunal", "superior", "small_claims_wage")},
            **{k: court.get(k) for k in ("fee_rounding", "mediation_mode", "sign_policy", "seal_mode")},
            "merged_halving": court.get("merged_halving") or MERGED_HALVINGS[0],
            "deemed_halving": court.get("deemed_halving") or DEEMED_HALVINGS[0],
            **dict(court.get("province_fees") or {}),
            **{f"ceiling_{seats}": (court.get("level_ceilings") or {}).get(seats) for seats in SEATS},
            "bank": account.get("bank"),
            "holder": account.get("name"),
            "number": account.get("number"),
        }

    def _forget_secrets(self) -> None:
        """What was half typed here belongs to whoever sat at the desk before."""
        for form in (self.pin_form, self.phrase_form, self.away.form):
            form.clear()

    def _looks(self) -> None:
        chosen = self.office.connections.preferences
        chosen["scale"] = float(self.scale.value or 1.0)
        chosen["high_contrast"] = self.contrast.isChecked()
        self._keep()
        self.office.look_wanted.emit()

    def _speak(self) -> None:
        if self.language.value:
            self.office.language_wanted.emit(self.language.value)

    def _keep(self) -> None:
        keep = self.office.connections.keep_preferences
        if keep is not None:
            keep(self.office.connections.preferences)

    def _set_pin(self) -> None:
        values = self._checked(self.pin_form, "pin")
        if values is not None:
            set_pin = self.office.connections.keys["set_pin"]
            self.office.act(set_pin, values["passphrase"], values["pin"], done=self._pin_set)

    def _pin_set(self, _: object) -> None:
        self.pin_form.clear()
        self.office.tell(tr("短码设好了。"), kind="good")

    def _change_passphrase(self) -> None:
        values = self._checked(self.phrase_form, "new")
        if values is not None:
            change = self.office.connections.keys["change_passphrase"]
            self.office.act(change, values["old"], values["new"], done=self._passphrase_changed)

    def _passphrase_changed(self, _: object) -> None:
        self.phrase_form.clear()
        self.office.tell(tr("口令换好了，下次登录用新的。"), kind="good")

    def _checked(self, form: Form, name: str) -> dict[str, Any] | None:
        if not form.check():
            return None
        values = form.values()
        if values[name] != values["again"]:
            form.show_problem("again", tr("两遍不一样，重新输一遍。"))
            form.blanks["again"].setFocus()
            return None
        return values

    def _save_court(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        fees = ("divorce", "personality", "other_non_property", "jurisdiction_objection")
        changed = {
            **{k: values[k] for k in ("name", "code", "tribunal", "superior", "small_claims_wage")},
            **{k: values[k] for k in ("fee_rounding", "mediation_mode", "sign_policy", "seal_mode")},
            **{k: values[k] for k in ("merged_halving", "deemed_halving")},
            "province_fees": {**dict(self.court.get("province_fees") or {}), **{k: values[k] for k in fees}},
            "level_ceilings": {seats: values[f"ceiling_{seats}"] for seats in SEATS},
            "account": {"bank": values["bank"], "name": values["holder"], "number": values["number"]},
        }
        self.keeper.record(change_settings, changed, done=lambda _: self._saved(changed))

    def _saved(self, changed: dict[str, Any]) -> None:
        self.court = {**self.court, **changed}
        self.office.tell(tr("法院设置已保存。"), kind="good")


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
