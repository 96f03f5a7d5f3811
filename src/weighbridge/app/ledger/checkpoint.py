"""A checkpoint: what a book had come to on a day, signed, so that nothing up to there can be cut off or written anew.

It is two lines of text. The first says book, hash, number and day as canonical JSON; with its line feed it is what is
signed. The second is `ed25519` and the signature (RFC 8032) in base64, which openssl can check without this program.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from weighbridge.core.errors import WeighbridgeError
from weighbridge.ledger.plain import canonical
from weighbridge.ledger.store import Head

ALGORITHM = "ed25519"


class CannotSign(WeighbridgeError):
    """The key is none, or what signs and checks signatures is not installed."""


class NotACheckpoint(WeighbridgeError):
    """The text is not a checkpoint; the message says what was found."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a book had come to on a day. `signature` is empty where it was not signed."""

    head: Head
    on: date
    signature: bytes = b""

    @property
    def signed_text(self) -> bytes:
        """What is signed: the first line."""
        plain = {"book": self.head.book, "hash": self.head.hash.hex(), "number": self.head.number, "on": f"{self.on}"}
        return f"{canonical(plain)}\n".encode()

    def to_text(self) -> str:
        """The checkpoint as a file holds it."""
        signature = f"{ALGORITHM} {base64.b64encode(self.signature).decode()}\n" if self.signature else ""
        return self.signed_text.decode() + signature


def read_checkpoint(text: str) -> Checkpoint:
    """The checkpoint in a file.

    Raises:
        NotACheckpoint: it holds none.
    """
    first, _, second = text.partition("\n")
    try:
        plain = json.loads(first)
        head = Head(plain["book"], plain["number"], bytes.fromhex(plain["hash"]))
        word, _, encoded = second.strip().partition(" ")
        signature = base64.b64decode(encoded, validate=True)
        found = Checkpoint(head, date.fromisoformat(plain["on"]), signature)
        if found.to_text() != text or word not in ("", ALGORITHM):
            raise ValueError(text)
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error) as wrong:
        raise NotACheckpoint(f"This is not a checkpoint of a ledger: {text[:80]!r}") from wrong
    return found


def new_keys() -> tuple[bytes, bytes]:
    """A private key and its public one, as PEM files hold them.

    Raises:
        CannotSign: cryptography is not installed.
    """
    with _cryptography():
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key, pem = Ed25519PrivateKey.generate(), serialization.Encoding.PEM
    return (
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
        key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo),
    )


def sign(checkpoint: Checkpoint, private_key: bytes) -> Checkpoint:
    """The checkpoint, signed with a private key (PEM, without a password).

    Raises:
        CannotSign: the key is none of Ed25519, or cryptography is not installed.
    """
    with _cryptography():
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(private_key, password=None)
    except (ValueError, TypeError) as wrong:
        raise CannotSign(f"The private key cannot be read: {wrong}") from wrong
    if not isinstance(key, Ed25519PrivateKey):
        raise CannotSign("The private key is not one of Ed25519; `weighbridge ledger key` makes one.")
    return Checkpoint(checkpoint.head, checkpoint.on, key.sign(checkpoint.signed_text))


def signed_by(checkpoint: Checkpoint, public_key: bytes) -> bool:
    """Whether the owner of the public key (PEM) signed the checkpoint.

    Raises:
        CannotSign: the key is none of Ed25519, or cryptography is not installed.
    """
    with _cryptography():
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(public_key)
    except ValueError as wrong:
        raise CannotSign(f"The public key cannot be read: {wrong}") from wrong
    if not isinstance(key, Ed25519PublicKey):
        raise CannotSign("The public key is not one of Ed25519.")
    try:
        key.verify(checkpoint.signature, checkpoint.signed_text)
    except InvalidSignature:
        return False
    return True


@contextmanager
def _cryptography() -> Iterator[None]:
    try:
        yield
    except ImportError as missing:
        raise CannotSign("Signatures need cryptography: pip install 'weighbridge[ledger]'.") from missing
