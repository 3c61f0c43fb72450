"""A court's own templates as a signed pack: checked file by file and line by line, then installed in the profile."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import rfc8785

from app.cases.court import read_court
from app.desk import Desk
from app.documents import template as templates
from app.documents.blocks import BadMarkup
from app.documents.fonts import FontSet
from app.documents.pack_store import FIRST_VERSION, HeldPack, HeldTemplate, InForce, held_version, keep, packs
from app.documents.samples import sample_paper
from app.documents.store import Paper
from app.documents.template import Template, read_template
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import DeviceKey, signature_holds
from app.journal.texts import unseen_in
from app.storage.database import Database

FORMAT = "xunhui-template-pack/1"
SIGNED = b"xunhui-template-pack-1\x00"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
FILES = ("template.toml", "body.j2", "sample.json")
MOST_FILES = 1500
MOST_BYTES = 16 * 2**20
MOST_MANIFEST_BYTES = 2**20
_NAME = re.compile("[a-z][a-z0-9_]{0,63}")
_PLACE = re.compile(r"templates/(?P<name>[a-z][a-z0-9_]{0,63})/v(?P<version>[1-9][0-9]{0,8})/(?P<file>[a-z0-9.]+)")
_ALWAYS_SIGN = frozenset(("judge", "clerk", "seal"))
_TOML_LINE = re.compile(r"line (?P<line>[0-9]+)")


@dataclass(frozen=True)
class Pack:
    """A pack that holds: signed by the court, every file as the manifest says, every template sound."""

    title: str
    made_on: str
    digest: str
    manifest: bytes
    signature: bytes
    templates: tuple[HeldTemplate, ...]
    in_force: tuple[InForce, ...]


def seal_pack(
    folder: Path, court: str, title: str, made_on: str, in_force: Mapping[str, tuple[int | None, str]], key: DeviceKey
) -> None:
    """True afterwards: ``folder`` is a pack, with manifest and signature; ``in_force`` gives version and day by name.

    The court's side of ``check_pack``; nothing is checked here that is checked there.
    """
    said = []
    for name, (version, day) in sorted(in_force.items()):
        files = {}
        if version is not None:
            place = folder / "templates" / name / f"v{version}"
            files = {file: _sha256((place / file).read_bytes()) for file in FILES}
        said.append({"name": name, "version": version, "in_force_from": day, "files": files})
    manifest = rfc8785.dumps({"format": FORMAT, "court": court, "title": title, "made_on": made_on, "templates": said})
    (folder / MANIFEST).write_bytes(manifest)
    (folder / SIGNATURE).write_bytes(key.sign(SIGNED + manifest))


def check_pack(source: Path, court: str, court_key: bytes) -> Pack:
    """The pack in the folder or zip ``source``, if court ``court`` signed it and everything in it holds.

    ``court_key`` is the Ed25519 key of the court's device. Refuses ``pack_unreadable`` (``file``), ``pack_not_signed``
    (no signature of this court's), ``pack_of_another_court``, ``pack_file_changed`` (a file is not what was signed
    for, missing, or not named; ``file``), ``pack_sample_missing`` (``file``) and ``pack_template_not_valid``
    (``file``, ``line``, ``why``): a bad blank, an expression that templates may not hold, a sample that does not fill,
    or a declaration that goes beyond the law as the program has it (``_beyond_the_law``).
    """
    files = _files_of(source)
    manifest, signature = files.pop(MANIFEST, b""), files.pop(SIGNATURE, b"")
    # Nothing in the pack is read before it is known to come from the court.
    if not manifest or not signature_holds(court_key, signature, SIGNED + manifest):
        raise NotPossibleNow("pack_not_signed", file=SIGNATURE)
    said = _manifest(manifest)
    if said["court"] != court:
        raise NotPossibleNow("pack_of_another_court", court=said["court"])
    held, in_force = list[HeldTemplate](), list[InForce]()
    for entry in said["templates"]:
        name, version, day, named = entry["name"], entry["version"], entry["in_force_from"], entry["files"]
        in_force.append(InForce(name, version, day))
        if version is not None:
            held.append(_template(name, version, named, files))
    if files:
        raise NeedsCorrection("pack_file_changed", file=min(files))
    return Pack(said["title"], said["made_on"], _sha256(manifest), manifest, signature, tuple(held), tuple(in_force))


def install_pack(desk: Desk, source: Path, court_key: bytes) -> HeldPack:
    """The pack is checked and kept in this profile; from each template's day on, new papers are made with it.

    Papers already issued stay with the wording they were made with. Installing it again changes nothing. Refuses what
    ``check_pack`` refuses and ``pack_version_reused`` where a version that is here would get another wording.
    """
    pack = check_pack(source, read_court(desk.database).code, court_key)
    for one in packs(desk.database):
        if one.digest == pack.digest:
            return one
    for template in pack.templates:
        before = held_version(desk.database, template.name, template.version)
        if before is not None and before != template:
            raise NeedsCorrection("pack_version_reused", file=_place(template.name, template.version, FILES[0]))
    held = HeldPack(pack.digest, pack.title, desk.clock.now().isoformat(timespec="seconds"), desk.officer.id)
    keep(desk.database, held, pack.manifest, pack.signature, pack.made_on, pack.templates, pack.in_force)
    return held


def wording_of(database: Database, paper: Paper) -> Template:
    """The very template an issued paper was made with.

    Refuses ``template_unknown`` where this laptop does not hold it and ``paper_wording_differs`` where what it holds
    under that version is another wording.
    """
    template = templates.load(paper.document, paper.version, database=database)
    if paper.wording and template.digest != paper.wording:
        raise NotPossibleNow("paper_wording_differs", document=paper.document, version=paper.version)
    return template


def _template(name: str, version: int, named: Mapping[str, str], files: dict[str, bytes]) -> HeldTemplate:
    for file in FILES:
        place = _place(name, version, file)
        if place not in files:
            code = "pack_sample_missing" if file == FILES[2] else "pack_file_changed"
            raise NeedsCorrection(code, file=place)
        if _sha256(files[place]) != named.get(file):
            raise NeedsCorrection("pack_file_changed", file=place)
    declaration, body, sample = (files.pop(_place(name, version, file)) for file in FILES)
    _check_template(name, version, declaration, body, sample)
    return HeldTemplate(name, version, declaration, body, sample)


def _check_template(name: str, version: int, declaration: bytes, body: bytes, sample: bytes) -> None:
    """The template reads, and its sample fills it into a paper that can be set."""
    toml, wording, example = (_place(name, version, file) for file in FILES)
    try:
        template = read_template(name, version, declaration, body)
    except NeedsCorrection as refusal:
        why, line = str(refusal.details.get("why")), int(str(refusal.details.get("line") or 0))
        # A line of its own means the wording; what has none was found in the declaration.
        file, line = (wording, line) if line else (toml, _line_in(declaration, why))
        raise NeedsCorrection("pack_template_not_valid", file=file, line=line, why=why) from refusal
    if key := _beyond_the_law(template):
        line = _line_of(declaration, f"{key} =")
        raise NeedsCorrection("pack_template_not_valid", file=toml, line=line, why=f"{key}: beyond the law")
    try:
        values = json.loads(sample.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise NeedsCorrection("pack_template_not_valid", file=example, line=line, why="json") from error
    if not isinstance(values, dict):
        raise NeedsCorrection("pack_template_not_valid", file=example, line=1, why="json")
    try:
        paper = sample_paper(replace(template, own_sample=sample.decode("utf-8")), fonts=FontSet.find())
    except NeedsCorrection as refusal:
        if line := int(str(refusal.details.get("line") or 0)):
            why = str(refusal.details.get("why") or refusal.code)
            raise NeedsCorrection("pack_template_not_valid", file=wording, line=line, why=why) from refusal
        character = _character_of(refusal)
        if character and (line := _line_of(body, character)):
            why = f"{refusal.code} {refusal.details['character']}"
            raise NeedsCorrection("pack_template_not_valid", file=wording, line=line, why=why) from refusal
        blank = str(refusal.details.get("blank") or "")
        line = _line_of(sample, f'"{blank.partition(".")[0]}"' if blank else character) if blank or character else 0
        why = f"{refusal.code} {blank or character}".strip()
        raise NeedsCorrection("pack_template_not_valid", file=example, line=line, why=why) from refusal
    except BadMarkup as error:
        line = _line_of(body, str(error).split(" ")[0].rstrip(":"))
        raise NeedsCorrection("pack_template_not_valid", file=wording, line=line, why=str(error)) from error
    places = {box.id for box in paper.boxes}
    for signer in template.signers:
        if signer in _ALWAYS_SIGN and signer not in places:
            line, why = _line_of(declaration, "signers ="), f"no place to sign: {signer}"
            raise NeedsCorrection("pack_template_not_valid", file=toml, line=line, why=why)


def _character_of(refusal: NeedsCorrection) -> str:
    """The character that a refusal is about, which it may name by its code point."""
    said = str(refusal.details.get("character") or "")
    return chr(int(said[2:], 16)) if re.fullmatch("U\\+[0-9A-F]{4,6}", said) else said


def _beyond_the_law(template: Template) -> str | None:
    """The key of the declaration that a court's own wording may not have so, or None.

    A court words its papers; it opens no way of service that the law closes (解释133, 140), takes no seal from a paper
    and gives a record none, has no party sign a sealed paper, and moves nothing from 副卷 to 正卷.
    """
    sealed = "seal" in template.signers
    if sealed and (template.layout == "record" or {"parties", "present"} & set(template.signers)):
        return "signers"
    if template.name not in templates.names():
        # Of a paper that is the court's own alone the rules of service know nothing: nobody could serve it.
        return "served" if template.served else None
    ours = templates.load(template.name)
    if sealed != ("seal" in ours.signers):
        return "signers"
    if not set(template.served) <= set(ours.served):
        return "served"
    return None if template.volume == ours.volume else "volume"


def _line_in(declaration: bytes, why: str) -> int:
    """The line of the declaration that a refusal is about: told by the reader, or where what it names stands."""
    if match := _TOML_LINE.search(why):
        return int(match["line"])
    for word in re.findall("[a-z_]{2,}", why.rpartition(": ")[2].removeprefix("declaration of ")):
        for sought in (f"[blanks.{word}]", f"{word} ="):
            if line := _line_of(declaration, sought):
                return line
    for word in re.findall("declaration of ([a-z_]+)", why):
        if line := _line_of(declaration, f"[blanks.{word}]") or _line_of(declaration, f"{word} ="):
            return line
    return 1


def _line_of(text: bytes, sought: str) -> int:
    for number, line in enumerate(text.decode("utf-8", "replace").splitlines(), start=1):
        if sought in line:
            return number
    return 0


def _manifest(raw: bytes) -> dict[str, Any]:
    try:
        said = json.loads(raw)
        known = said["format"] == FORMAT and isinstance(said["court"], str) and isinstance(said["title"], str)
        known = known and said["made_on"] == str(datetime.date.fromisoformat(said["made_on"]))
        known = known and 0 < len(said["title"]) <= 60 and not unseen_in(said["title"]) and "\n" not in said["title"]
        names = [entry["name"] for entry in said["templates"]]
        known = known and bool(names) and len(set(names)) == len(names)
        for entry in said["templates"]:
            version = entry["version"]
            known = known and bool(_NAME.fullmatch(entry["name"])) and isinstance(entry["files"], dict)
            known = known and entry["in_force_from"] == str(datetime.date.fromisoformat(entry["in_force_from"]))
            known = known and (version is None or (type(version) is int and FIRST_VERSION <= version < 10**9))
        known = known and rfc8785.dumps(said) == raw
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NeedsCorrection("pack_unreadable", file=MANIFEST) from error
    if not known:
        raise NeedsCorrection("pack_unreadable", file=MANIFEST)
    return dict(said)


def _files_of(source: Path) -> dict[str, bytes]:
    """Every file of the folder or zip by its place in it; refuses strange names and more than a pack can be."""
    try:
        return _of_zip(source) if source.is_file() else _of_folder(source)
    except (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise NeedsCorrection("pack_unreadable", file=source.name) from error


def _of_folder(source: Path) -> dict[str, bytes]:
    files, total = dict[str, bytes](), 0
    if not source.is_dir():
        raise NeedsCorrection("pack_unreadable", file=source.name)
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_symlink():
            raise NeedsCorrection("pack_unreadable", file=name)
        if path.is_dir():
            continue
        # A pipe would be waited for until somebody writes to it.
        if not path.is_file():
            raise NeedsCorrection("pack_unreadable", file=name)
        total = _room_for(name, path.stat().st_size, total, len(files))
        files[name] = path.read_bytes()
    return files


def _of_zip(source: Path) -> dict[str, bytes]:
    files, total = dict[str, bytes](), 0
    with zipfile.ZipFile(source) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if info.filename in files or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise NeedsCorrection("pack_unreadable", file=info.filename)
            total = _room_for(info.filename, info.file_size, total, len(files))
            with archive.open(info) as member:
                # One byte more than announced tells a file that lies about its size.
                content = member.read(info.file_size + 1)
            if len(content) != info.file_size:
                raise NeedsCorrection("pack_unreadable", file=info.filename)
            files[info.filename] = content
    return files


def _room_for(name: str, size: int, total: int, count: int) -> int:
    known = name in (MANIFEST, SIGNATURE) or _PLACE.fullmatch(name)
    too_much = total + size > MOST_BYTES or count >= MOST_FILES or (name == MANIFEST and size > MOST_MANIFEST_BYTES)
    if not known or too_much:
        raise NeedsCorrection("pack_unreadable", file=name)
    return total + size


def _place(name: str, version: int, file: str) -> str:
    return f"templates/{name}/v{version}/{file}"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
