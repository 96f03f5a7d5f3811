"""Flat arrays in one file: written once, mapped into memory when opened, never executed.

The file is a line of text that names the format, a line of JSON (what each array is called, its type, length and place,
a digest over all of them, and what the writer noted), and the arrays. Nothing in it is code, so an index from an
untrusted place can give a wrong answer at worst; a file that was cut short or altered is refused.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from weighbridge.core.errors import WeighbridgeError

# Of whole numbers; which ones the file says.
Array = npt.NDArray[Any]
_FORMAT = b"weighbridge name index 1\n"
_TYPES = ("int32", "int64", "uint32", "uint8")
_ALIGNED = 64
_LONGEST_HEADER = 1 << 20


class IndexUnreadable(WeighbridgeError):
    """A name index cannot be opened. `what` says why; building it anew from the lists is the remedy."""

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self.what = what
        super().__init__(f"{path} is no name index that can be used: {what}. Build it anew from the lists.")


@dataclass(frozen=True)
class Arrays:
    """Named arrays, what their writer noted beside them, and the SHA-256 over both."""

    arrays: Mapping[str, Array]
    notes: Mapping[str, str]
    digest: str

    @classmethod
    def of(cls, arrays: Mapping[str, Array], notes: Mapping[str, str]) -> Arrays:
        return cls(dict(arrays), dict(notes), _digest(arrays, notes))

    def save(self, path: Path) -> None:
        """Write the file whole or not at all: an index that stood there stays until the new one is complete."""
        places = {}
        end = 0
        for name, array in self.arrays.items():
            places[name] = [array.dtype.name, len(array), end]
            end += -(-array.nbytes // _ALIGNED) * _ALIGNED
        header = json.dumps({"digest": self.digest, "notes": self.notes, "arrays": places}).encode() + b"\n"
        start = -(-(len(_FORMAT) + len(header)) // _ALIGNED) * _ALIGNED
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
            try:
                file.write((_FORMAT + header).ljust(start, b"\0"))
                for array in self.arrays.values():
                    file.write(array.tobytes())
                    file.write(b"\0" * (-array.nbytes % _ALIGNED))
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

    @classmethod
    def open(cls, path: Path) -> Arrays:
        """Map the file into memory.

        Raises:
            IndexUnreadable: The file is missing, of another format, cut short or altered.
        """
        try:
            with path.open("rb") as file:
                if file.readline(len(_FORMAT)) != _FORMAT:
                    raise IndexUnreadable(path, "it does not begin as one of this version does")
                header_line = file.readline(_LONGEST_HEADER)
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            raise IndexUnreadable(path, error.strerror or str(error)) from error
        start = -(-(len(_FORMAT) + len(header_line)) // _ALIGNED) * _ALIGNED
        try:
            header = json.loads(header_line)
            arrays = {name: _array(mapped, start, *place) for name, place in header["arrays"].items()}
            notes = {str(name): str(value) for name, value in header["notes"].items()}
            digest = str(header["digest"])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise IndexUnreadable(path, "it was cut short, or its header is damaged") from error
        if digest != _digest(arrays, notes):
            raise IndexUnreadable(path, "its contents are not those that its digest was taken of")
        return cls(arrays, notes, digest)


def _array(mapped: mmap.mmap, start: int, kind: str, length: int, offset: int) -> Array:
    if kind not in _TYPES or offset < 0 or length < 0:
        raise ValueError(kind)
    array: Array = np.frombuffer(mapped, dtype=kind, count=length, offset=start + offset)
    return array


def _digest(arrays: Mapping[str, Array], notes: Mapping[str, str]) -> str:
    found = hashlib.sha256(json.dumps(dict(notes), sort_keys=True).encode())
    for name, array in arrays.items():
        found.update(f"{name} {array.dtype.name} {len(array)}\n".encode())
        found.update(np.ascontiguousarray(array).data)
    return found.hexdigest()


def joined_texts(texts: list[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """The texts as one array of UTF-8 bytes, and where each begins, with the end of the last."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    starts = np.zeros(len(encoded) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in encoded], out=starts[1:])
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), starts
