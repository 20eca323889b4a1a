"""How a secret that only has to be recognised is kept."""

import hashlib


def digest(secret: str) -> str:
    """SHA-256 in hexadecimal. Enough for random secrets; passwords need argon2id."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
