"""Turns the Chinese source sentences of the window into the officer's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = (("zh", "中文"), ("en", "English"))


def tr(source: str) -> str:
    """Gives the sentence in the language now installed; the Chinese source where there is none."""
    return QCoreApplication.translate("", source)


def QT_TR_NOOP(source: str) -> str:
    """Marks a sentence of a table for translation; the table's reader calls ``tr``."""
    return source


def read_translations(path: Path) -> dict[str, str]:
    """Gives source → translation of a Qt ``.ts`` file; an empty or unfinished one is left out."""
    from xml.etree import ElementTree

    found: dict[str, str] = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and translation.get("type") is None:
            found[source] = translation.text
    return found


class Sentences(QTranslator):
    """A translator straight from the ``.ts`` file, so that no compiling step can be forgotten."""

    def __init__(self, sentences: dict[str, str]) -> None:
        super().__init__()
        self._sentences = sentences

    def isEmpty(self) -> bool:
        return not self._sentences

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        # None tells Qt to ask the next translator; the stub does not know that.
        return self._sentences.get(source)  # type: ignore[return-value]


class Language:
    """The language in force; switching it touches only sentences made afterwards."""

    def __init__(self) -> None:
        self.code = "zh"
        self._installed: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Makes ``code`` ("zh" or "en") the language of every sentence asked for from now on."""
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("the language needs an application")
        for translator in self._installed:
            application.removeTranslator(translator)
        self._installed = []
        self.code = code
        if code == "zh":
            qt_words = QTranslator()
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if qt_words.load(QLocale("zh_CN"), "qtbase", "_", folder):
                self._install(application, qt_words)
        else:
            self._install(application, Sentences(read_translations(Path(__file__).with_name(f"{code}.ts"))))

    def _install(self, application: QCoreApplication, translator: QTranslator) -> None:
        application.installTranslator(translator)
        self._installed.append(translator)
