"""An HTTP server on 127.0.0.1 that serves one file, as well or as badly as a test wants."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Served:
    """What is served, how, and what was asked for. `breaks` are the bytes after which the answers in turn break off."""

    body: bytes = b""
    etag: str = '"one"'
    modified: str = ""
    breaks: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    with_length: bool = True
    with_ranges: bool = True
    wrong_range: bool = False
    stall: bool = False
    location: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    address: str = ""
    released: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(served: Served) -> Iterator[Served]:
    """The server while the block runs; its address stands in what is served."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            served.asked.append({name.lower(): value for name, value in self.headers.items()})
            _answer(self, served)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_port}/list.csv"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield served
    finally:
        served.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(to: BaseHTTPRequestHandler, served: Served) -> None:
    to.close_connection = True
    if served.stall:
        served.released.wait(30)
        return
    if served.location:
        _head(to, 302, {"Location": served.location, "Content-Length": "0"})
        return
    if served.statuses:
        _head(to, served.statuses.pop(0), {"Content-Length": "0"})
        return
    asked = served.asked[-1]
    if asked.get("if-none-match") == served.etag:
        _head(to, 304, {"ETag": served.etag})
        return
    start = 0
    if served.with_ranges and "range" in asked and asked.get("if-range") in (served.etag, served.modified):
        start = int(asked["range"].removeprefix("bytes=").rstrip("-"))
    if start >= len(served.body) > 0 and start:
        _head(to, 416, {"Content-Length": "0"})
        return
    part = served.body[start:]
    headers = {"Content-Type": "text/csv", **served.headers}
    headers |= {"ETag": served.etag} if served.etag else {}
    headers |= {"Last-Modified": served.modified} if served.modified else {}
    headers |= {"Content-Length": str(len(part))} if served.with_length else {}
    if start:
        first = 0 if served.wrong_range else start
        headers["Content-Range"] = f"bytes {first}-{len(served.body) - 1}/{len(served.body)}"
    _head(to, 206 if start else 200, headers)
    to.wfile.write(part[: served.breaks.pop(0)] if served.breaks else part)


def _head(to: BaseHTTPRequestHandler, status: int, headers: dict[str, str]) -> None:
    to.send_response(status)
    for name, value in {**headers, "Connection": "close"}.items():
        to.send_header(name, value)
    to.end_headers()
