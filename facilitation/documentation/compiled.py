"""Templates as they were compiled: once in a process, and once for all those that are given the same folder."""

from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Each document has an environment of its own, with its voice; they share what compiling gave.

    The folder, if there is one, is the server's own: what lies there is run.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self.folder: Path | None = None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept, if the template is still the same."""
        if kept := self._kept.get(bucket.key) or self._found(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it. A folder that was thrown away meanwhile, or a full disk, keeps nothing."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
        if self.folder is not None:
            file = self._file(self.folder, bucket.key)
            with suppress(OSError):
                half = file.with_suffix(".half")
                half.write_bytes(self._kept[bucket.key])
                half.replace(file)

    def _found(self, key: str) -> bytes | None:
        if self.folder is None:
            return None
        try:
            return self._file(self.folder, key).read_bytes()
        except OSError:
            return None

    @staticmethod
    def _file(folder: Path, key: str) -> Path:
        return folder / sha256(key.encode()).hexdigest()


@lru_cache(maxsize=1)
def compiled() -> Compiled:
    """Those of this process."""
    return Compiled()
