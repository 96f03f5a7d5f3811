"""A line to a server on loopback that can be cut at a chosen moment."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Thread
from types import TracebackType


class Line:
    """Forwards connections to a server, until it is cut: `cut_after(n)` lets n answers more through, and not the next.

    The server has then done what it was asked, and who asked does not learn of it.
    """

    def __init__(self, port: int) -> None:
        self._server_port = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._left: int | None = None
        Thread(target=self._accept, daemon=True).start()

    def cut_after(self, answers: int) -> None:
        """Let so many answers more through."""
        self._left = answers

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._server_port))
            Thread(target=self._forward, args=(near, far, False), daemon=True).start()
            Thread(target=self._forward, args=(far, near, True), daemon=True).start()

    def _forward(self, source: socket.socket, target: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 16):
                if answers and self._left is not None:
                    if self._left == 0:
                        self._left = None
                        break
                    self._left -= 1
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def __enter__(self) -> Line:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._listening.close()
