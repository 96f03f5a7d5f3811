"""Fetching a list: whole and as published, taken up where it broke off, and never something else in its place."""

from __future__ import annotations

import base64
import fcntl
import gzip
import resource
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.parties.server import Served, serving

from weighbridge.core.errors import Unavailable
from weighbridge.parties.lists import fetch as fetching
from weighbridge.parties.lists.fetch import Fetched, NotModified, Wanted, fetch

BODY = bytes(range(256)) * 2_000
CHECKSUM = sha256(BODY).hexdigest()


class Caller:
    """Fetches what is served; counts the pauses instead of making them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pauses: list[float] = []

    def __call__(self, served: Served, **wanted: Any) -> Fetched | NotModified:
        options = {"timeout_seconds": 5.0, "attempts": 3, **wanted}
        return fetch(Wanted(served.address, **options), self.folder, "list", pause=self.pauses.append)


@pytest.fixture
def get(tmp_path: Path) -> Caller:
    return Caller(tmp_path)


def content(came: Fetched | NotModified) -> bytes:
    assert isinstance(came, Fetched)
    return came.path.read_bytes()


def ranges(served: Served) -> list[str | None]:
    return [asked.get("range") for asked in served.asked]


def test_a_file_comes_whole_with_the_servers_mark(get: Caller) -> None:
    with serving(Served(BODY)) as served:
        came = get(served)
        assert content(came) == BODY
        assert came == Fetched(get.folder / "list.part", '"one"', vouched=True)
        assert served.asked[0]["accept-encoding"] == "identity"
        assert served.asked[0]["user-agent"].startswith("weighbridge/")


def test_what_the_server_still_has_is_not_fetched_again(get: Caller) -> None:
    with serving(Served(BODY)) as served:
        assert get(served, held_etag='"one"') == NotModified()
        assert content(get(served, held_etag='"older"')) == BODY


@pytest.mark.parametrize("mark", [{}, {"etag": "", "modified": "Fri, 31 Jul 2026 00:00:00 GMT"}])
def test_a_transfer_that_breaks_off_is_taken_up_where_it_broke(get: Caller, mark: dict[str, str]) -> None:
    with serving(Served(BODY, breaks=[100_000, 50_000, 0, 200_000], **mark)) as served:  # type: ignore[arg-type]
        assert content(get(served)) == BODY
        assert ranges(served) == [None, "bytes=100000-", "bytes=150000-", "bytes=150000-", "bytes=350000-"]
        assert get.pauses == [1.0, 1.0, 2.0, 1.0]


def test_what_came_in_one_run_is_taken_up_in_the_next(get: Caller) -> None:
    with serving(Served(BODY, breaks=[100_000, 0, 0, 0])) as served:
        with pytest.raises(Unavailable, match=r"broke off after 100,000 of 512,000 bytes .* run the command again"):
            get(served)
        assert content(get(served)) == BODY
        assert ranges(served)[-1] == "bytes=100000-"


def test_a_file_that_changed_meanwhile_is_fetched_from_its_beginning(get: Caller) -> None:
    with serving(Served(BODY, breaks=[100_000, 0, 0, 0])) as served:
        with pytest.raises(Unavailable):
            get(served)
        served.body, served.etag = BODY[::-1], '"two"'
        assert content(get(served)) == BODY[::-1]


def test_a_part_of_another_address_is_not_continued(get: Caller) -> None:
    with serving(Served(BODY, breaks=[100_000, 0, 0, 0])) as served, pytest.raises(Unavailable):
        get(served)
    with serving(Served(b"other")) as other:
        assert content(get(other)) == b"other"
        assert ranges(other) == [None]


@pytest.mark.parametrize(
    "served", [Served(BODY, etag=""), Served(BODY, etag='W/"weak"'), Served(BODY, with_ranges=False)]
)
def test_without_a_strong_mark_or_ranges_it_is_fetched_from_the_beginning(get: Caller, served: Served) -> None:
    served.breaks, served.asked = [100_000], []
    with serving(served):
        assert content(get(served)) == BODY
        assert len(served.asked) == 2


def test_a_server_that_sends_another_part_than_asked_is_not_believed(get: Caller) -> None:
    with serving(Served(BODY, breaks=[100_000], wrong_range=True)) as served:
        assert content(get(served)) == BODY
        assert ranges(served) == [None, "bytes=100000-", None]


def test_a_part_that_is_already_whole_is_fetched_anew(get: Caller) -> None:
    with serving(Served(BODY)) as served:
        get(served)
        assert content(get(served)) == BODY
        assert ranges(served) == [None, "bytes=512000-", None]


def test_a_busy_server_is_tried_again_and_a_refusal_is_final(get: Caller) -> None:
    with serving(Served(BODY, statuses=[503, 429])) as served:
        assert content(get(served)) == BODY
    with serving(Served(BODY, statuses=[404])) as served:
        with pytest.raises(Unavailable, match=r"answers 404 Not Found\. Check the address"):
            get(served)
        assert len(served.asked) == 1
    with (
        serving(Served(BODY, statuses=[503] * 9)) as served,
        pytest.raises(Unavailable, match="cannot be reached: 503"),
    ):
        get(served)


def test_a_server_that_says_nothing_is_given_up_after_its_time(get: Caller) -> None:
    with serving(Served(stall=True)) as served, pytest.raises(Unavailable, match="cannot be reached: timed out"):
        get(served, timeout_seconds=0.2, attempts=2)
    assert get.pauses == [1.0]


def test_nobody_there_is_said(get: Caller) -> None:
    with pytest.raises(Unavailable, match=r"cannot be reached: .*Connection refused.* lists import FILE"):
        get(Served(address="http://127.0.0.1:1/list.csv"))


@pytest.mark.parametrize("address", ["ftp://example.org/list.csv", "not an address", "http://[::bad/"])
def test_an_address_that_is_none_is_said(get: Caller, address: str) -> None:
    with pytest.raises(Unavailable, match="cannot be reached"):
        get(Served(address=address))


def test_a_redirect_is_followed_but_not_out_of_encryption(get: Caller) -> None:
    with serving(Served(BODY)) as target, serving(Served(location=target.address)) as served:
        assert content(get(served)) == BODY
    with serving(Served(BODY)) as served:
        served.location = served.address
        with pytest.raises(Unavailable, match="cannot be reached: Exceeded maximum allowed redirects"):
            get(served)


def test_a_redirect_that_gives_up_encryption_is_refused(get: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.scheme == "https":
            return httpx.Response(302, headers={"Location": "http://example.org/list.csv"})
        return httpx.Response(200, content=BODY)

    client = httpx.Client(transport=httpx.MockTransport(answer), follow_redirects=True)
    monkeypatch.setattr(fetching, "_client", lambda _: client)
    with pytest.raises(Unavailable, match=r"redirects to http://example.org/list.csv, which is not encrypted"):
        get(Served(address="https://example.org/list.csv"))


def test_a_checksum_must_be_that_of_the_file_or_of_what_it_holds_unpacked(get: Caller) -> None:
    packed = gzip.compress(BODY)
    with serving(Served(packed)) as served:
        assert content(get(served, sha256=CHECKSUM.upper())) == packed
        assert content(get(served, sha256=sha256(packed).hexdigest())) == packed
        with pytest.raises(Unavailable, match=r"not the one published: its SHA-256 is .* was thrown away"):
            get(served, sha256="0" * 64)
        assert not (get.folder / "list.part").exists()


@pytest.mark.parametrize("header", ["Repr-Digest: sha-256=:{}:", "Digest: SHA-256={}", "Digest: md5=xx,sha-256={}"])
def test_a_checksum_that_the_server_states_is_checked(get: Caller, header: str) -> None:
    name, _, value = header.partition(": ")
    for body, right in ((BODY, True), (BODY + b"x", False)):
        headers = {name: value.format(base64.b64encode(sha256(BODY).digest()).decode())}
        with serving(Served(body, headers=headers, with_length=False)) as served:
            if right:
                came = get(served)
                assert isinstance(came, Fetched)
                assert came.vouched
            else:
                with pytest.raises(Unavailable, match="not the one published"):
                    get(served)


def test_a_checksum_that_is_none_vouches_for_nothing(get: Caller) -> None:
    with serving(Served(BODY, headers={"Repr-Digest": "sha-256=:abcde:"}, with_length=False)) as served:
        came = get(served)
        assert isinstance(came, Fetched)
        assert not came.vouched


def test_without_length_and_checksum_nobody_vouches_for_the_end(get: Caller) -> None:
    with serving(Served(BODY, with_length=False)) as served:
        came = get(served)
        assert isinstance(came, Fetched)
        assert not came.vouched


def test_no_room_for_the_file_is_said(get: Caller) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with serving(Served(BODY)) as served:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))  # The kernel refuses what goes beyond.
            with pytest.raises(Unavailable, match=r"cannot be kept in .*: File too large"):
                get(served)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert content(get(served)) == BODY
        assert ranges(served) == [None, "bytes=200000-"]


def test_a_folder_that_cannot_be_made_is_said(get: Caller) -> None:
    get.folder = get.folder / "file"
    get.folder.write_text("no folder")
    with serving(Served(BODY)) as served, pytest.raises(Unavailable, match="cannot be kept in"):
        get(served)


def test_two_processes_do_not_fetch_one_list_at_once(get: Caller) -> None:
    with (get.folder / "list.lock").open("wb") as lock, serving(Served(BODY)) as served:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Unavailable, match="Another process is fetching"):
            get(served)
