"""One more revision of a PDF: a typed door to pyHanko's incremental writer that adds only objects."""
# pyHanko leaves some constructors without annotations; they are called here and nowhere else in signing.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.signers.cms_embedder import SigMDPSetup
from pyhanko.sign.signers.pdf_byterange import PdfSignedData

from app.errors import NeedsCorrection
from app.signing.api import Box
from app.signing.appearance import Appearance, Mask, fitted, number

PRINT, READ_ONLY, LOCKED = 4, 64, 128
"""Flags of an annotation (ISO 32000-1, 12.5.3)."""

_COMPRESS_FROM = 120


class Revision(IncrementalPdfFileWriter):
    """Adds and replaces objects behind the bytes of a PDF, which stay as they are.

    pyHanko would also stamp the metadata with the machine's clock and the file with a random identifier: here
    the metadata stay, and the identifier follows from bytes and ``salt``: the same act gives the same file.
    """

    def __init__(self, pdf: bytes, salt: bytes) -> None:
        # A file may end right behind %%EOF, where a new object would be read as part of that line.
        ended = pdf if pdf[-1:] in (b"\n", b"\r") else pdf + b"\n"
        try:
            super().__init__(io.BytesIO(ended), strict=False)
        except (PdfError, ValueError, KeyError) as error:
            raise NeedsCorrection("pdf_unreadable") from error
        name = hashlib.sha256(salt + b"\x00" + hashlib.sha256(pdf).digest()).digest()[:16]
        self._document_id[1] = generic.ByteStringObject(name)

    def _update_meta(self) -> None:
        return

    def catalog(self) -> Any:
        return self.root

    def page(self, number: int) -> generic.IndirectObject:
        """The page of that number, from 0."""
        found: generic.IndirectObject = self.find_page_for_modification(number)[0]
        return found

    def annotate(self, page: generic.IndirectObject, annotation: generic.IndirectObject) -> None:
        self.register_annotation(page, annotation)

    def replace_catalog(self) -> None:
        self.update_root()

    def bytes(self) -> bytes:
        """The whole file with the new revision."""
        output = io.BytesIO()
        self.write(output)
        return output.getvalue()


def filled(
    revision: Revision,
    name: str,
    placeholder: PdfSignedData,
    cms_over: Callable[[bytes], bytes],
    *,
    box: Box | None = None,
    mark: generic.IndirectObject | None = None,
    lock: SigMDPSetup | None = None,
) -> bytes:
    """The whole file with one more signature field, whose signature is ``cms_over`` the file's SHA-256.

    Without a ``box`` the field is invisible, on the first page. Written here because pyHanko's own embedder reads
    every field of the form first, which takes longer than all the rest on a record with a mark on each page.
    """
    catalog = revision.catalog()
    if "/AcroForm" not in catalog:
        fields = revision.add_object(array())
        catalog[pdf_name("/AcroForm")] = revision.add_object(dictionary({"/Fields": fields, "/SigFlags": 3}))
        revision.replace_catalog()
    signature = revision.add_object(placeholder)
    if lock is not None:
        untyped: Any = lock
        untyped.apply(signature, revision)
    page = revision.page(box.page if box else 0)
    entries: dict[str, Any] = {
        "/Type": "/Annot",
        "/Subtype": "/Widget",
        "/FT": "/Sig",
        "/T": name,
        "/F": PRINT | LOCKED,
        "/Rect": rectangle(box) if box else array((0, 0, 0, 0)),
        "/P": page,
        "/V": signature,
    }
    if mark is not None:
        entries["/AP"] = dictionary({"/N": mark})
    field = revision.add_object(dictionary(entries))
    standing = catalog["/AcroForm"]["/Fields"]
    standing.append(field)
    revision.update_container(standing)
    revision.annotate(page, field)
    filling: Any = placeholder.fill(revision, "sha256")
    prepared, output = next(filling)
    filling.send(cms_over(prepared.document_digest))
    return bytes(output.getvalue())


class Drawing:
    """One mark as a shared object of a revision, placed as often as there are places for it."""

    def __init__(self, revision: Revision, appearance: Appearance) -> None:
        self._revision = revision
        self._appearance = appearance
        named = {} if appearance.mask is None else {"/Mask": revision.add_object(_image(appearance.mask))}
        self._whole = revision.add_object(form(appearance.content, appearance.width, appearance.height, named))

    def placed(self, width: float, height: float) -> generic.IndirectObject:
        """The mark centred in a place of that size, in points."""
        scale, left, bottom = fitted(self._appearance, width, height)
        matrix = b" ".join(number(value) for value in (scale, 0, 0, scale, left, bottom))
        return self._revision.add_object(
            form(b"q " + matrix + b" cm /Mark Do Q", width, height, {"/Mark": self._whole})
        )


def dictionary(entries: Mapping[str, Any]) -> generic.DictionaryObject:
    """A PDF dictionary; a ``str`` that begins with ``/`` is a name, any other a text."""
    return generic.DictionaryObject({pdf_name(key): _value(value) for key, value in entries.items()})


def entry(of: Any, key: str, default: Any = None) -> Any:
    """The entry of a PDF dictionary with references followed, which pyHanko's own ``get`` doesn't do."""
    return of[key] if key in of else default  # noqa: SIM401


def array(values: Iterable[Any] = ()) -> generic.ArrayObject:
    """A PDF array; values as in ``dictionary``."""
    return generic.ArrayObject(_value(value) for value in values)


def rectangle(box: Box) -> generic.ArrayObject:
    """The box as lower left and upper right corner."""
    return array((float(box.x), float(box.y), float(box.x + box.width), float(box.y + box.height)))


def form(content: bytes, width: float, height: float, named: Mapping[str, Any]) -> generic.StreamObject:
    """A form object of that size in points; ``named`` are the objects that ``content`` draws by ``Do``."""
    stream = generic.StreamObject(
        dictionary(
            {
                "/Type": "/XObject",
                "/Subtype": "/Form",
                "/BBox": array((0.0, 0.0, float(width), float(height))),
                "/Resources": dictionary({"/XObject": dictionary(named)} if named else {}),
            }
        ),
        stream_data=content,
    )
    if len(content) >= _COMPRESS_FROM:
        stream.compress()
    return stream


def _image(mask: Mask) -> generic.StreamObject:
    image = generic.StreamObject(
        dictionary(
            {
                "/Type": "/XObject",
                "/Subtype": "/Image",
                "/ImageMask": True,
                "/BitsPerComponent": 1,
                "/Width": mask.width,
                "/Height": mask.height,
            }
        ),
        stream_data=mask.bits,
    )
    image.compress()
    return image


def _value(value: Any) -> Any:
    if isinstance(value, bool):
        return generic.BooleanObject(value)
    if isinstance(value, generic.PdfObject):
        return value
    if isinstance(value, str):
        return pdf_name(value) if value.startswith("/") else generic.pdf_string(value)
    if isinstance(value, int):
        return generic.NumberObject(value)
    return generic.FloatObject(number(value).decode())
