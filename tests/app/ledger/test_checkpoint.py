"""A checkpoint: written, signed, read again, and refused where it is not what it should be."""

from __future__ import annotations

import builtins
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.verifier.books import every_kind, store_of

from weighbridge.app.ledger.checkpoint import (
    CannotSign,
    Checkpoint,
    NotACheckpoint,
    new_keys,
    read_checkpoint,
    sign,
    signed_by,
)

ON = date(2025, 7, 1)
PRIVATE, PUBLIC = new_keys()


@pytest.fixture
def unsigned() -> Checkpoint:
    return Checkpoint(store_of(every_kind()).head(), ON)


def test_a_signature_is_its_owners_and_of_this_text_alone(unsigned: Checkpoint) -> None:
    signed = sign(unsigned, PRIVATE)
    assert signed_by(signed, PUBLIC)
    assert not signed_by(signed, new_keys()[1])
    assert not signed_by(Checkpoint(signed.head, date(2025, 7, 2), signed.signature), PUBLIC)
    assert not signed_by(unsigned, PUBLIC)


def test_what_is_written_is_read_again(unsigned: Checkpoint) -> None:
    for checkpoint in (unsigned, sign(unsigned, PRIVATE)):
        assert read_checkpoint(checkpoint.to_text()) == checkpoint


def test_openssl_checks_the_signature_without_this_program(unsigned: Checkpoint, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the machine has no openssl")
    (tmp_path / "key.pub").write_bytes(PUBLIC)
    signed = sign(unsigned, PRIVATE)
    (tmp_path / "text").write_text(signed.to_text().splitlines(keepends=True)[0])
    (tmp_path / "signature").write_bytes(signed.signature)
    command = [openssl, "pkeyutl", "-verify", "-pubin", "-inkey", "key.pub", "-rawin", "-in", "text"]
    subprocess.run([*command, "-sigfile", "signature"], cwd=tmp_path, check=True, capture_output=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]\n",
        "{}\n",
        '{"book":"main","hash":"00","number":"one","on":"2025-07-01"}',
        '{"book":"main","hash":"00","number":1,"on":"yesterday"}\n',
        '{"book":"main","hash":"00","number":1,"on":"2025-07-01"}\nrsa AAAA\n',
        '{"book":"main","hash":"00","number":1,"on":"2025-07-01"}\ned25519 ****\n',
        '{"book":"main","hash":"00","number":1,"on":"2025-07-01"}\ned25519 AAAA\nmore\n',
        '{"number":1,"book":"main","hash":"00","on":"2025-07-01"}\n',
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NotACheckpoint, match="This is not a checkpoint"):
        read_checkpoint(text)


def test_keys_of_another_kind_are_refused(unsigned: Checkpoint) -> None:
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

    other = generate_private_key(SECP256R1())
    private = other.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption())
    public = other.public_key().public_bytes(s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo)
    with pytest.raises(CannotSign, match="not one of Ed25519"):
        sign(unsigned, private)
    with pytest.raises(CannotSign, match="not one of Ed25519"):
        signed_by(unsigned, public)
    with pytest.raises(CannotSign, match="private key cannot be read"):
        sign(unsigned, PUBLIC)
    with pytest.raises(CannotSign, match="public key cannot be read"):
        signed_by(unsigned, b"nonsense")


def test_without_cryptography_it_says_what_to_install(unsigned: Checkpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("cryptography"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    for attempt in (new_keys, lambda: sign(unsigned, PRIVATE), lambda: signed_by(unsigned, PUBLIC)):
        with pytest.raises(CannotSign, match=r"pip install 'weighbridge\[ledger\]'"):
            attempt()
