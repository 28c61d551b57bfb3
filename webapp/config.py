"""Every setting of whoever runs Limber, once: name, type, default and one sentence."""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any

from limits import parse_many
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, ValidationError


class ConfigError(Exception):
    """Settings that cannot be used, all of them, each as `NAME: what is wrong and what to do`."""


def _contact(value: str) -> str:
    if value and not value.startswith(("mailto:", "https://")):
        raise ValueError("begin it with mailto: or https://")
    return value


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
        description="Folder for the database and, later, keys; made when missing.",
    )
    origin: Annotated[str, AfterValidator(_origin)] = Field(
        "",
        alias="LIMBER_ORIGIN",
        description="Public address, such as https://limber.example, for search engines' links.",
    )
    contact: Annotated[str, AfterValidator(_contact)] = Field(
        "",
        alias="LIMBER_CONTACT",
        description="Where readers report a mistake: a mailto: or https: address.",
    )
    trusted_proxies: int = Field(
        0,
        alias="TRUSTED_PROXIES",
        ge=0,
        le=10,
        description="How many proxies in front may state the visitor's address.",
    )
    rate_limit: Annotated[str, AfterValidator(_rate)] = Field(
        "300 per minute",
        alias="LIMBER_RATE_LIMIT",
        description="Requests one address may make, kept pages and /healthz not counted.",
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
    development: bool = Field(
        False,
        alias="LIMBER_DEVELOPMENT",
        description="Adds /en/gallery/, every component on one page.",
    )

    @property
    def database(self) -> Path:
        return self.instance / "limber.sqlite3"


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
    name = item["loc"][0]
    return f"{name}: {item['input']!r} cannot be used: {message[0].lower()}{message[1:]}"


def table() -> str:
    """The settings as the Markdown table that stands in README."""
    rows = ["| setting | default | what it is |", "|---|---|---|"]
    for field in Config.model_fields.values():
        default = f"`{field.default}`" if str(field.default) else "none"
        rows.append(f"| `{field.alias}` | {default} | {field.description} |")
    return "\n".join(rows)
