"""An archive under a passphrase: the same ZIP in an envelope that nobody opens, or changes, without it."""

import secrets
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from facilitation.archive.packing import MOST_BYTES
from facilitation.archive.refusals import ArchiveRefused

MARK = b"facilitation archive, locked, 1\n"
SALT, NONCE, TAG = 16, 12, 16

SHORTEST = 12
"""Letters of a passphrase: four words are easily that long, and nobody tries them all."""

WORK = 2**16
"""What one try costs whoever guesses: 64 MB and a good part of a second."""


def is_locked(data: bytes) -> bool:
    """Whether a file is an archive under a passphrase."""
    return data.startswith(MARK)


def locked(data: bytes, passphrase: str) -> bytes:
    """The file under a passphrase. Raises ArchiveRefused for one that is too short."""
    if len(passphrase.strip()) < SHORTEST:
        raise ArchiveRefused("short-passphrase")
    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    head = MARK + salt + nonce
    return head + AESGCM(_key(passphrase, salt)).encrypt(nonce, data, head)


def unlocked(data: bytes, passphrase: str) -> bytes:
    """The file as it was before it was locked; one that is not locked as it is. Raises ArchiveRefused."""
    if not is_locked(data):
        return data
    if not passphrase.strip():
        raise ArchiveRefused("locked")
    begins = len(MARK) + SALT + NONCE
    if len(data) > MOST_BYTES + begins + TAG:
        raise ArchiveRefused("too-large")
    head, salt = data[:begins], data[len(MARK) : len(MARK) + SALT]
    if len(data) < begins + TAG:
        raise ArchiveRefused("truncated")
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(head[-NONCE:], data[begins:], head)
    except InvalidTag:
        # Which of the two it is cannot be known: a changed file and another passphrase look alike.
        raise ArchiveRefused("wrong-passphrase") from None


def _key(passphrase: str, salt: bytes) -> bytes:
    # Spaces around are slips of the keyboard; an accent may be composed otherwise by another keyboard.
    return Scrypt(salt=salt, length=32, n=WORK, r=8, p=1).derive(normalize("NFC", passphrase.strip()).encode())
