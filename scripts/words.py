"""Brings the French words of the pages up to date, as `make words`: drops what no page says, lists what has no French.

What is listed stands in the catalogue with empty words, to be filled in there. After a conflict in the catalogue: keep
both sides, then run this.
"""

from io import BytesIO

from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po

from facilitation import places
from facilitation.web.language import CATALOGUE
from tests.web.test_words import wanted

HEAD = """\
# French words of the pages. The msgids are the English ones, as written in the code and the templates.
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def main() -> None:
    """Sorted by msgid, each with the first file that says it and no line numbers: two branches seldom meet there."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    said = wanted()
    for gone in {message.id for message in catalogue if message.id} - said.keys():
        print("dropped:", gone)
        catalogue.delete(gone)
    for msgid, path in said.items():
        message = catalogue.get(msgid) or catalogue.add(msgid)
        message.locations = [(path.relative_to(places.PACKAGE.parent).as_posix(), None)]
    written = BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, omit_header=True)
    CATALOGUE.write_text(HEAD + written.getvalue().decode(), "utf-8")
    for message in catalogue:
        if message.id and not all(_french(message)):
            print("no French words yet:", message.id)


def _french(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


if __name__ == "__main__":
    main()
