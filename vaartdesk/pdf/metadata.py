"""Who and what a PDF is: XMP packet, PDF/UA and PDF/A marks, colour profile."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFCatalog, PDFDictionary, PDFName, PDFStream, PDFString

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.resources import resource

PRODUCER: Final = "VaartDesk"


@dataclass(frozen=True, slots=True)
class Passport:
    """Title, author, language (BCP 47) and date of a document; `is_archival` claims PDF/UA-1 and PDF/A-2a."""

    title: str
    author: str
    language: str
    date: datetime
    is_archival: bool = True

    @property
    def moment(self) -> tuple[int, int, int, int, int, int]:
        """The date in UTC: year to second."""
        utc = self.date.astimezone(UTC)
        return utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second


def write_metadata(doc: Any, passport: Passport) -> None:
    """Put XMP and colour profile into the catalog of `doc`."""
    catalog = doc.Catalog
    head = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    catalog.Metadata = doc.Reference(PDFStream(head, xmp(passport).encode("utf-8"), filters=[]))
    profile = doc.Reference(PDFStream(PDFDictionary({"N": 3}), srgb_profile()))
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "DestOutputProfile": profile,
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB"),
    }
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


def xmp(passport: Passport) -> str:
    """The XMP packet (ISO 16684-1) of `passport`."""
    year, month, day, hour, minute, second = passport.moment
    return _PACKET.format(
        title=escape(passport.title),
        author=escape(passport.author),
        language=escape(passport.language),
        date=f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z",
        marks=_MARKS if passport.is_archival else "",
        producer=PRODUCER,
    )


_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>{marks}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A-2, 6.6.2.3: a property outside XMP 2005, as pdfuaid:part, has to describe its schema in the same packet.
_MARKS: Final = """
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""


@cache
def srgb_profile() -> bytes:
    """The sRGB colour profile; shipped as a file because tools that make one write today's date into it."""
    return resource("colour", "sRGB.icc").read_bytes()
