"""Files that a document for archives carries, and how it says that they belong to it."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import md5

FROM = 4_980
"""Where their objects begin: behind those of the figures, two for each file, ten files at most."""

KINDS = {"csv": "text#2fcsv", "json": "application#2fjson"}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Files by name, and the day they are of, as a PDF writes it."""

    files: Mapping[str, str]
    day: str


def enclose(add: Callable[[int, bytes], None], enclosure: Enclosure) -> tuple[str, str]:
    """Add every file; what the names of the document, and its catalog, say of them."""
    named, all_ = list[str](), list[str]()
    for place, (name, content) in enumerate(sorted(enclosure.files.items())):
        number = FROM + 2 * place
        add(number, _file(name, content.encode(), enclosure.day))
        add(
            number + 1,
            f"<</Type /Filespec/F ({name})/UF ({name})/Desc ({name})/EF <</F {number} 0 R>>"
            "/AFRelationship /Data>>".encode(),
        )
        named.append(f"({name}) {number + 1} 0 R")
        all_.append(f"{number + 1} 0 R")
    return f"/EmbeddedFiles <</Names [{' '.join(named)}]>>", f"/AF [{' '.join(all_)}]"


def _file(name: str, content: bytes, day: str) -> bytes:
    data = zlib.compress(content, 9)
    sum_ = md5(content, usedforsecurity=False).hexdigest()
    extra = (
        f"/Type /EmbeddedFile/Subtype /{KINDS[name.rpartition('.')[2]]}/Filter /FlateDecode/Length {len(data)}"
        f"/Params <</CheckSum <{sum_}>/Size {len(content)}/CreationDate ({day})/ModDate ({day})>>"
    )
    return f"<<{extra}>>\nstream\n".encode() + data + b"\nendstream"
