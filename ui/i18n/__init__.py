"""Turns the Chinese source sentences of the window, and the words of the app's data, into the officer's language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = (("zh", "中文"), ("en", "English"))
_TERM = "term"
_FIELD = re.compile(r"\\\{(\w+)\\\}")
_NO_CHINESE = "[^\u4e00-\u9fff]"


def tr(source: str) -> str:
    """Gives the sentence in the language now installed; the Chinese source where there is none."""
    return QCoreApplication.translate("", source)


def term(words: str) -> str:
    """Gives what the app's data says in Chinese (a blank's label, a period, a step of a calculation) in the language
    now installed; what the court wrote itself stays as it is.

    On papers and in the journal such words stay Chinese: call it only for what the window shows.
    """
    return QCoreApplication.translate(_TERM, words)


def printed(words: str) -> str:
    """Gives the term with the words themselves after it, so that an officer finds what the paper has in print:
    ``Hearing record 庭审笔录``; the words alone in Chinese, and where there is no term."""
    said = term(words)
    return words if said == words else f"{said} {words}"


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


def read_terms(path: Path) -> dict[str, str]:
    """Gives Chinese → translation of every term of the file; fields in braces stand for figures."""
    sections: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {words: translation for section in sections.values() for words, translation in section.items()}


class Sentences(QTranslator):
    """A translator straight from the files of one language, so that no compiling step can be forgotten."""

    def __init__(self, sentences: Mapping[str, str], terms: Mapping[str, str]) -> None:
        super().__init__()
        self._sentences, self._terms = sentences, terms
        self._with_figures = [(_pattern(words), said) for words, said in terms.items() if "{" in words]

    def isEmpty(self) -> bool:
        return not self._sentences

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        # None tells Qt to ask the next translator; the stub does not know that.
        return (self._term if context == _TERM else self._sentences.get)(source)  # type: ignore[return-value]

    def _term(self, words: str) -> str | None:
        if words in self._terms:
            return self._terms[words]
        found = ((pattern.fullmatch(words), said) for pattern, said in self._with_figures)
        return next((said.format_map(match.groupdict()) for match, said in found if match), None)


def _pattern(words: str) -> re.Pattern[str]:
    """Fits the words with figures, in which there is no Chinese, where the fields are."""
    return re.compile(_FIELD.sub(lambda field: f"(?P<{field[1]}>{_NO_CHINESE}+)", re.escape(words)))


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
            here = Path(__file__).parent
            sentences, terms = read_translations(here / f"{code}.ts"), read_terms(here / f"{code}_terms.toml")
            self._install(application, Sentences(sentences, terms))

    def _install(self, application: QCoreApplication, translator: QTranslator) -> None:
        application.installTranslator(translator)
        self._installed.append(translator)
