"""A PDF that can be kept and read by everyone: PDF/A-2a and PDF/UA-1, the same bytes for the same letter."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFPage

from fitdesk.letters.paper.faces import embedded
from fitdesk.letters.paper.images import PrintImage
from fitdesk.letters.paper.tagging import Attached, Element, Structure

_VERSION: Final = (1, 7)
_CREATOR: Final = "FitDesk"


class _Raw(PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """An object that is written as it stands. reportlab's own streams lack the line end that PDF/A wants."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: object) -> bytes:  # noqa: ARG002 - as reportlab calls it
        return self.content


def stream(entries: str, deflated: bytes) -> bytes:
    """A PDF stream of deflated bytes. It ends with both marks of a line's end: one alone could be taken for a byte of
    the stream, or the stream's last byte for a part of it."""
    head = f"<<{entries} /Filter /FlateDecode /Length {len(deflated)}>>\nstream\n"
    return head.encode() + deflated + b"\r\nendstream"


class Archive(PDFDocument):  # type: ignore[misc]
    """One document: pages are added, then ``finished`` gives the file. ``locale`` as "en_GB"."""

    def __init__(self, locale: str, day: date, title: str, author: str, subject: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=_VERSION, lang=locale.replace("_", "-"))
        self._timeStamp = _stamp(day)
        self.locale, self.day = locale.replace("_", "-"), day
        self.setTitle(_said(title))
        self.setAuthor(_said(author))
        self.setSubject(_said(subject))
        self.setCreator(_CREATOR)
        self.structure = Structure()
        self.glyphs: dict[str, frozenset[int]] = {}
        self._pictures: dict[PrintImage, tuple[str, str]] = {}
        self._resources = _Raw()
        self._links: list[tuple[str, str]] = []

    def put(self, content: bytes = b"") -> str:
        """Adds an object and returns its reference, such as "12 0 R"."""
        self.Reference(_Raw(content))
        return f"{self.objectcounter} 0 R"

    def fill(self, reference: str, content: str) -> None:
        """Says what an object is that was added before."""
        self.idToObject[self.numberToId[int(reference.split()[0])]].content = content.encode()

    def add_contents(self, operators: Sequence[str], size: tuple[float, float], annotations: Sequence[str]) -> None:
        """Adds a page of ``size`` points whose contents are ``operators``."""
        page: Any = PDFPage()
        # reportlab writes these two keys for no page; named here they are written for this one.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.pagewidth, page.pageheight = size
        page.StructParents, page.Tabs = len(self.Pages.pages), "/S"
        contents = "\n".join(operators).encode("ascii")
        self.updateSignature(contents)
        page.Contents = _Raw(stream("", zlib.compress(contents)))
        page.Resources = self._resources
        page.Annots = list(annotations)
        self.addPage(page)

    def use(self, face: str, glyphs: frozenset[int]) -> None:
        """Notes that ``glyphs`` of ``face`` are shown."""
        used = self.glyphs.get(face, frozenset())
        if face not in self.glyphs or not glyphs <= used:
            self.glyphs[face] = used | glyphs

    def link(self, entries: str, target: str, element: Element) -> str:
        """A link of the last page that is to be added, tagged as ``element``; returns its reference."""
        reference = self.put()
        address = target.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")
        action = f"/A <</S /URI /URI ({address})>>"
        self._links.append((reference, f"/Type /Annot /Subtype /Link /Border [0 0 0] /F 4 {entries} {action}"))
        element.kids.append(Attached(len(self.structure.pages) - 1, reference))
        self.structure.annotated.append(element)
        return reference

    def picture(self, image: PrintImage) -> str:
        """The name on the page of a picture, which is kept once however often it is shown."""
        if image not in self._pictures:
            self._pictures[image] = (f"I{len(self._pictures)}", self._put_picture(image))
        return self._pictures[image][0]

    def _put_picture(self, image: PrintImage) -> str:
        if image.drawing is not None:
            box = " ".join(f"{side:.3f}" for side in image.drawing.box)
            entries = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources <<{image.drawing.resources}>>"
            return self.put(stream(entries, image.drawing.operators))
        sides = f"/Type /XObject /Subtype /Image /Width {image.dots[0]} /Height {image.dots[1]} /BitsPerComponent 8"
        mask = f" /SMask {self.put(stream(f'{sides} /ColorSpace /DeviceGray', image.alpha))}" if image.alpha else ""
        return self.put(stream(f"{sides} /ColorSpace /DeviceRGB{mask}", image.colours))

    def finished(self) -> bytes:
        """The file."""
        pages = [f"{self.idToObjectNumberAndVersion[f'Page{n}'][0]} 0 R" for n in range(1, self.pageCounter)]
        fonts = " ".join(f"/{resource_name(face)} {self._put_face(face)}" for face in sorted(self.glyphs))
        pictures = " ".join(f"/{name} {reference}" for name, reference in self._pictures.values())
        self._resources.content = f"<</Font <<{fonts}>> /XObject <<{pictures}>>>>".encode()
        for number, (reference, entries) in enumerate(self._links, start=len(pages)):
            self.fill(reference, f"<<{entries} /StructParent {number}>>")
        catalog = self.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.Outlines = None
        catalog.StructTreeRoot = self.structure.write(self.put, self.fill, pages)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = self.put(self._metadata())
        profile = self.put(stream("/N 3", colour_profile()))
        catalog.OutputIntents = (
            "[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
            f"/DestOutputProfile {profile}>>]"
        )
        self.info.digest(self.signature)
        self.Reference(catalog)
        self.Reference(self.info)
        return bytes(self.format())

    def _put_face(self, name: str) -> str:
        face = embedded(name, self.glyphs[name])
        program = self.put(stream(f"/Length1 {face.length}", face.program))
        box = " ".join(map(str, face.box))
        descriptor = self.put(
            f"<</Type /FontDescriptor /FontName /{face.name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /StemV 80 "
            f"/Ascent {face.ascent} /Descent {face.descent} /CapHeight {face.capitals} /FontFile2 {program}>>".encode()
        )
        font = self.put(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{face.name} /CIDToGIDMap /Identity /DW 0 "
            f"/W [{face.widths}] /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
            f"/FontDescriptor {descriptor}>>".encode()
        )
        to_unicode = self.put(stream("", face.to_unicode))
        return self.put(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{face.name} /Encoding /Identity-H "
            f"/DescendantFonts [{font}] /ToUnicode {to_unicode}>>".encode()
        )

    def _metadata(self) -> bytes:
        content = _XMP.format(
            title=escape(self.info.title),
            author=escape(self.info.author),
            subject=escape(self.info.subject),
            language=self.locale,
            at=f"{self.day.isoformat()}T12:00:00+00:00",
            creator=_CREATOR,
            producer=escape(self.info.producer),
        ).encode()
        # Not deflated: programs that know nothing of PDF may look for it.
        head = f"<</Type /Metadata /Subtype /XML /Length {len(content)}>>\nstream\n"
        return head.encode() + content + b"\r\nendstream"


def _said(text: str) -> str:
    """``text`` without what a description in XML cannot hold."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def resource_name(face: str) -> str:
    """What a face is called in the contents of a page."""
    return "F" + face.title().replace(" ", "")


def _stamp(day: date) -> TimeStamp:
    """The letter's day at noon as the file's date: the clock must not change the bytes."""
    stamp = TimeStamp(1)
    stamp.lt = (day.year, day.month, day.day, 12, 0, 0, day.weekday(), day.timetuple().tm_yday, 0)
    stamp.YMDhms = stamp.lt[:6]
    return stamp


@cache
def colour_profile() -> bytes:
    """Pillow's sRGB profile, deflated, without the moment at which it was made."""
    from PIL import ImageCms  # 60 ms: with the first letter

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"\x07\xd0\x00\x01\x00\x01" + bytes(6)
    profile[84:100] = bytes(16)
    return zlib.compress(bytes(profile), 9)


_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""What the file says of itself; the second part explains the mark of PDF/UA, which PDF/A does not know."""
