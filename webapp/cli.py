"""The `limber` command: serve, send reminders, check the content, look at figures, settings."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from webapp import assets, child, config, database, locales, logs, port, tls, use
from webapp.backup.manifest import BackupError
from webapp.content import library
from webapp.content.faults import ContentError
from webapp.export.folder import FolderError
from webapp.start import without_collecting

if TYPE_CHECKING:
    from granian.server.common import AbstractServer

FAULTS = (
    config.ConfigError,
    locales.MissingCatalogError,
    assets.MissingAssetError,
    database.InstanceError,
    use.InUseError,
    BackupError,
    ContentError,
    FolderError,
)

# Seconds that answers under way have once the server is asked to stop.
STOP_SECONDS = 5
# Of glibc's malloc.h, and what they are set to: arenas, and bytes from which memory is given back.
M_ARENA_MAX, M_MMAP_THRESHOLD = -8, -3
ARENAS, GIVEN_BACK = 1, 64 * 1024
# Before the body of a request; granian by itself takes 400 kB, or 16 MB by HTTP/2.
HEAD_BYTES, HEAD_SECONDS = 64 * 1024, 10


@contextmanager
def faults_as_lines() -> Iterator[None]:
    """What the operator can mend ends the command with a line each and exit code 1."""
    try:
        yield
    except FAULTS as fault:
        click.echo(str(fault), err=True)
        sys.exit(1)


@click.group()
def main() -> None:
    """Limber: guided movement for a back that cramps, in cold water and out of it."""


@main.command()
def serve() -> None:
    """Check everything, bring the database up to date and serve."""
    with ExitStack() as while_served:
        with faults_as_lines(), without_collecting():
            from webapp.offline import baked

            settings = config.read()
            _check()
            tls.check(settings)
            port.check(settings)
            created = _prepare(settings)
            baked.prepare(settings)
            while_served.enter_context(use.shared(settings.instance))
        for path in created:
            click.echo(f"created {path}")
        _run(settings, lambda: click.echo(f"Limber is at {port.address(settings)}"))


@main.command()
@click.option("--parent", type=int, hidden=True, help="Ends when this process has gone.")
def worker(parent: int | None) -> None:
    """Send reminders; `limber serve` does it too, unless LIMBER_WORKER is off."""
    from webapp.reminders import worker as workers

    with ExitStack() as while_working:
        with faults_as_lines():
            settings = config.read()
            locales.check_catalogs()
            _prepare(settings)
            while_working.enter_context(use.shared(settings.instance))
        workers.main(settings, parent)


@main.command()
@click.option("--parent", type=int, hidden=True, help="Ends when this process has gone.")
def bake(parent: int | None) -> None:
    """Make what phones keep of this version; `limber serve` does it too, while it serves."""
    from webapp.offline import baked

    if parent is not None:
        child.end_with(parent)
    with faults_as_lines():
        settings = config.read()
        _check()
        baked.prepare(settings)
        click.echo(f"packs are in {baked.make(settings)}")


@main.command()
def doctor() -> None:
    """Say what is well here and what is not, with the remedy; changes nothing."""
    from webapp.doctor import examination

    found = []
    for finding in examination.examine(os.environ):
        click.echo(finding.line)
        found.append(finding)
    sys.exit(examination.exit_code(found))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Write database and push key into one file, also while Limber runs."""
    from webapp.backup import making

    with faults_as_lines():
        made = making.make(config.read(), file)
    click.echo(f"wrote {file}: {', '.join(made.parts)}, schema {made.revision}")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Set aside what is there.")
def restore(file: Path, replace: bool) -> None:
    """Put a backup where nothing is yet; Limber must not run."""
    from webapp.backup import restoring

    with faults_as_lines():
        done = restoring.restore(config.read(), file, replace=replace)
    for line in done:
        click.echo(line)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def export(folder: Path) -> None:
    """Write all that readers need as files, for a CDN or a plain web server at its root."""
    from webapp.export import making

    with faults_as_lines():
        settings = config.read()
        _check()
        for line in making.export(settings, folder):
            click.echo(line)


@main.group()
def reminders() -> None:
    """Reminders that are pushed."""


@reminders.command("stats")
def reminders_stats() -> None:
    """How many devices and reminders, how late, what was sent and what failed."""
    from webapp.reminders import report

    with faults_as_lines():
        settings = config.read()
        database.prepare(settings)
    for line in report.lines(settings):
        click.echo(line)


@main.group()
def routines() -> None:
    """Routines that are shared."""


@routines.command("list")
def routines_list() -> None:
    """Each with code, days and title, newest first."""
    _tell(lambda report, settings: report.list_(settings))


@routines.command("show")
@click.argument("code")
def routines_show(code: str) -> None:
    """What is shared under a code, as JSON, and its days."""
    _tell(lambda report, settings: report.show(settings, code))


@routines.command("revoke")
@click.argument("code")
@click.confirmation_option(prompt="It is deleted for good, and its readers are told. Go on?")
def routines_revoke(code: str) -> None:
    """Withdraw what is shared under a code."""
    _tell(lambda report, settings: report.revoke(settings, code))


def _tell(lines: Callable[[Any, config.Config], Iterable[str]]) -> None:
    from webapp.share import report

    with faults_as_lines():
        settings = config.read()
        database.prepare(settings)
    try:
        for line in lines(report, settings):
            click.echo(line)
    except report.NoSuchRoutineError as unknown:
        raise click.BadParameter(str(unknown)) from None


@main.group()
def content() -> None:
    """Exercises, routines and sources."""


@content.command("check")
def content_check() -> None:
    """Read all content and list every fault."""
    with faults_as_lines():
        found = library.read()
    click.echo(
        f"{len(found.exercises)} exercises, {len(found.routines)} routines, "
        f"{len(found.sources)} sources: no fault"
    )


@main.group()
def figures() -> None:
    """The drawn figures, for those who author them."""


@figures.command("sheet")
@click.argument("slugs", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="One contact sheet of all figures.")
@click.option(
    "--into", default=".build/figures", type=click.Path(path_type=Path), show_default=True
)
def figures_sheet(slugs: tuple[str, ...], everything: bool, into: Path) -> None:
    """Write a sheet for each figure: strip, poses, second camera, angles, findings, bytes."""
    if not slugs and not everything:
        raise click.UsageError("name a figure, such as bird-dog, or ask for --all")
    sheet = _sheet_module()
    with faults_as_lines():
        if everything:
            click.echo(f"wrote {sheet.write_all(into)}")
        try:
            written = sheet.write(slugs, into)
        except sheet.UnknownFigureError as unknown:
            raise click.BadParameter(f"no figure is called '{unknown}'") from None
    for path in written:
        click.echo(f"wrote {path}")


def _sheet_module() -> ModuleType:
    """The engine, which needs what building needs."""
    try:
        from webapp.figures import sheet
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"figures need {error.name}: run `make build` in a checkout of Limber"
        ) from None
    return sheet


@main.command("settings")
def settings_table() -> None:
    """Print the settings as the table that stands in README."""
    click.echo(config.table())


def _prepare(settings: config.Config) -> list[str]:
    """Folder and database, and the key when there is somebody whom push services can write to."""
    from webapp.reminders import messages, vapid

    created = database.prepare(settings)
    if messages.subject(settings) is not None:
        try:
            vapid.load_or_create(settings.push_key)
        except vapid.KeyFileError as fault:
            raise config.ConfigError(f"LIMBER_VAPID_KEY: {fault}") from None
    return created


def _check() -> None:
    locales.check_catalogs()
    assets.check()
    library.english()


def server(
    target: str, host: str, port: int, *, factory: bool = True, **options: Any
) -> AbstractServer[Any]:
    """The server for an ASGI application, or for the function that makes one."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.http import HTTP1Settings, HTTP2Settings
    from granian.log import LogLevels

    return Granian(
        target,
        factory=factory,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=1,
        # A thread whose answer comes after the loop has ended would wait for it for ever.
        workers_kill_timeout=STOP_SECONDS,
        # One that the kernel killed for memory comes back; one that fails again at once does not.
        respawn_failed_workers=True,
        websockets=False,
        http1_settings=HTTP1Settings(
            max_buffer_size=HEAD_BYTES, header_read_timeout=HEAD_SECONDS * 1000
        ),
        http2_settings=HTTP2Settings(max_headers_size=HEAD_BYTES),
        log_level=LogLevels.warning,
        log_dictconfig=logs.SETTINGS,
        **options,
    )


def _keep_little() -> None:
    """With an arena for each thread, and what a large page took kept for the next, a web process
    that has shown all pages takes a fifth more. It has this from us, as granian forks."""
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):  # glibc
        libc.mallopt(M_ARENA_MAX, ARENAS)
        libc.mallopt(M_MMAP_THRESHOLD, GIVEN_BACK)


def _run(settings: config.Config, ready: Callable[[], None]) -> None:
    _keep_little()
    granian = server(
        "webapp.front:create",
        settings.host,
        settings.port,
        ssl_cert=settings.tls_certificate,
        ssl_key=settings.tls_key,
    )
    granian.on_startup(ready)
    with ExitStack() as stack:
        for each in _children(settings):
            stack.callback(each.stop)
            # Watched only once granian has made its signals and stops by them.
            granian.on_startup(each.watch)
        granian.serve()


def _children(settings: config.Config) -> Iterator[child.Child]:
    from webapp.offline import baked

    if settings.worker:
        yield child.Child("worker", "--parent", str(os.getpid()))
    if not baked.is_made(settings):
        yield child.Child("bake", "--parent", str(os.getpid()))
