"""How single words are spelled: names, identifiers, versions, numbers, yes and no."""

import re

NAME = re.compile(r"[a-z][a-z0-9_]{0,79}")
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,119}")
VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,9})?(/\d{1,12})?")
TRUTHS = {
    "true": True,
    "yes": True,
    "oui": True,
    "false": False,
    "no": False,
    "non": False,
}
