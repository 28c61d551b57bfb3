"""Every setting of whoever runs Limber, once: name, type, default and one sentence."""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from limits import parse_many
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    RedisDsn,
    ValidationError,
    ValidationInfo,
)
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

# The push services of Chromium, Firefox, Safari and Windows, each with the names below it.
PUSH_HOSTS = ",".join(
    [
        "fcm.googleapis.com",
        "updates.push.services.mozilla.com",
        "push.apple.com",
        "notify.windows.com",
    ]
)

# They hold passwords, which have no place in a log.
SECRET = ("DATABASE_URL", "LIMBER_RATE_LIMIT_STORAGE")


class ConfigError(Exception):
    """Settings that cannot be used, all of them, each as `NAME: what is wrong and what to do`."""


def _contact(value: str) -> str:
    if value and not value.startswith(("mailto:", "https://")):
        raise ValueError("begin it with mailto: or https://")
    return value


def _database_url(value: str) -> str:
    try:
        known = not value or _postgresql(value).drivername == "postgresql+psycopg"
    except ArgumentError:
        known = False
    if not known:
        raise ValueError("write postgresql+psycopg://USER:PASSWORD@HOST/NAME, or nothing")
    return value


def _postgresql(value: str) -> URL:
    """The address with the one driver that is installed, however the operator's host spells it."""
    url = make_url(value)
    spelt = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
    return url.set(drivername=spelt.get(url.drivername, url.drivername))


def _push_hosts(value: str) -> str:
    hosts = [each.strip() for each in value.split(",")]
    if not all(each and urlsplit(f"//{each}").hostname == each for each in hosts):
        raise ValueError("write host names with commas between, such as fcm.googleapis.com")
    return ",".join(hosts)


def _host(value: str) -> str:
    try:
        return str(ip_address({"localhost": "127.0.0.1"}.get(value.lower(), value.strip("[]"))))
    except ValueError:
        raise ValueError("write an IP address, such as 127.0.0.1 or 0.0.0.0") from None


def _origin(value: str) -> str:
    try:
        whole = not value or (str(HttpUrl(value)) == f"{value}/" and not HttpUrl(value).username)
    except ValueError:
        whole = False
    if not whole:
        raise ValueError("write scheme and host only, such as https://limber.example")
    return value


def _rate(value: str) -> str:
    try:
        rates = parse_many(value)
    except ValueError:
        rates = []
    if len(rates) != 1 or rates[0].amount < 1:
        raise ValueError('write one limit above 0, like "300 per minute"')
    return value


def _redis(value: str) -> str:
    try:
        url = RedisDsn(value) if value else None
        whole = url is None or (_is_number(url.path) and not url.query)
    except ValueError:
        whole = False
    if not whole:
        raise ValueError("write redis://:PASSWORD@HOST:PORT/NUMBER, or nothing")
    return value


def _with_certificate(value: Path | None, info: ValidationInfo) -> Path | None:
    if (value is None) != (info.data.get("tls_certificate") is None):
        raise ValueError("set LIMBER_TLS_CERTIFICATE and LIMBER_TLS_KEY together, or neither")
    return value


def _is_number(path: str | None) -> bool:
    return (path or "/0").removeprefix("/").isdecimal()


class Config(BaseModel):
    """The settings of one running Limber; README's table is made from these fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: Annotated[str, AfterValidator(_host)] = Field(
        "127.0.0.1", alias="HOST", description="IP address to listen on."
    )
    port: int = Field(8000, alias="PORT", ge=1, le=65535, description="Port to listen on.")
    instance: Path = Field(
        Path("instance"),
        alias="LIMBER_INSTANCE",
        description="Folder for the database and the push key; made when missing.",
    )
    packs: Path | None = Field(
        None,
        alias="LIMBER_PACKS",
        description="Folder for what phones keep of each version; none is packs in the instance.",
    )
    database_url: Annotated[str, AfterValidator(_database_url)] = Field(
        "",
        alias="DATABASE_URL",
        description="PostgreSQL as postgresql+psycopg://…; none is SQLite in the instance.",
    )
    origin: Annotated[str, AfterValidator(_origin)] = Field(
        "",
        alias="LIMBER_ORIGIN",
        description="Public address, such as https://limber.example, for links from elsewhere.",
    )
    contact: Annotated[str, AfterValidator(_contact)] = Field(
        "",
        alias="LIMBER_CONTACT",
        description="mailto: or https: where readers report a mistake. Push needs a real one.",
    )
    trusted_proxies: int = Field(
        0,
        alias="TRUSTED_PROXIES",
        ge=0,
        le=10,
        description="How many proxies in front may state the visitor's address.",
    )
    tls_certificate: Path | None = Field(
        None,
        alias="LIMBER_TLS_CERTIFICATE",
        description="PEM file to serve https with, for a phone nearby; none is http, for a proxy.",
    )
    tls_key: Annotated[Path | None, AfterValidator(_with_certificate)] = Field(
        None,
        alias="LIMBER_TLS_KEY",
        description="PEM file of that certificate's key, without a password.",
        validate_default=True,
    )
    rate_limit: Annotated[str, AfterValidator(_rate)] = Field(
        "300 per minute",
        alias="LIMBER_RATE_LIMIT",
        description="Requests one address may make, kept pages and /healthz not counted.",
    )
    rate_limit_storage: Annotated[str, AfterValidator(_redis)] = Field(
        "",
        alias="LIMBER_RATE_LIMIT_STORAGE",
        description="Redis that counts for all processes, as redis://…; none is each for itself.",
    )
    body_bytes: int = Field(
        65536,
        alias="LIMBER_BODY_BYTES",
        ge=1024,
        le=16 * 1024 * 1024,
        description="Largest request body that is read, in bytes.",
    )
    body_seconds: float = Field(
        10.0,
        alias="LIMBER_BODY_SECONDS",
        gt=0,
        le=120,
        description="How long a request body may take to arrive, in seconds.",
    )
    push_hosts: Annotated[str, AfterValidator(_push_hosts)] = Field(
        PUSH_HOSTS,
        alias="LIMBER_PUSH_HOSTS",
        description="Push services that messages may go to, names below them too.",
    )
    vapid_key: Path | None = Field(
        None,
        alias="LIMBER_VAPID_KEY",
        description="The push key, one for all machines; none is vapid.pem in the instance.",
    )
    worker: bool = Field(
        True,
        alias="LIMBER_WORKER",
        description="`limber serve` also sends reminders; else run `limber worker` beside it.",
    )
    metrics: bool = Field(
        False,
        alias="LIMBER_METRICS",
        description="Adds /metrics, Prometheus text about reminders, for whoever may ask.",
    )
    log_requests: bool = Field(
        True,
        alias="LIMBER_LOG_REQUESTS",
        description="A line of JSON for each request, without addresses, paths or codes.",
    )
    development: bool = Field(
        False,
        alias="LIMBER_DEVELOPMENT",
        description="Adds /en/gallery/, every component on one page.",
    )

    @property
    def database(self) -> Path:
        return self.instance / "limber.sqlite3"

    @property
    def database_address(self) -> URL:
        if self.database_url:
            return _postgresql(self.database_url)
        return URL.create("sqlite", database=str(self.database))

    @property
    def packs_folder(self) -> Path:
        return self.packs or self.instance / "packs"

    @property
    def push_key(self) -> Path:
        return self.vapid_key or self.instance / "vapid.pem"

    @property
    def push_services(self) -> tuple[str, ...]:
        return tuple(self.push_hosts.split(","))


def read(environ: Mapping[str, str] = os.environ) -> Config:
    """Take the settings from the environment; raises ConfigError with every fault at once."""
    names = [str(field.alias) for field in Config.model_fields.values()]
    given = {name: environ[name] for name in names if environ.get(name, "") != ""}
    try:
        return Config.model_validate(given)
    except ValidationError as error:
        raise ConfigError("\n".join(_fault(dict(item)) for item in error.errors())) from None


def _fault(item: Mapping[str, Any]) -> str:
    message = str(item["msg"]).removeprefix("Value error, ")
    name = _alias(str(item["loc"][0]))
    return (
        f"{name}: {_given(name, item['input'])} cannot be used: {message[0].lower()}{message[1:]}"
    )


def _alias(name: str) -> str:
    """Of what is not set, the field is named and not its setting."""
    field = Config.model_fields.get(name)
    return str(field.alias) if field else name


def _given(name: str, value: Any) -> str:
    if value is None:
        return "nothing"
    return "what is given" if name in SECRET else repr(value)


def table() -> str:
    """The settings as the Markdown table that stands in README."""
    rows = ["| setting | default | what it is |", "|---|---|---|"]
    for field in Config.model_fields.values():
        default = "none" if field.default in ("", None) else f"`{field.default}`"
        rows.append(f"| `{field.alias}` | {default} | {field.description} |")
    return "\n".join(rows)
