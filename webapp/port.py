"""Where Limber listens, and whether it may."""

from __future__ import annotations

import socket

from webapp.config import Config, ConfigError


def check(config: Config) -> None:
    """ConfigError when the port cannot be had."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((config.host, config.port))
    except OSError as error:
        raise ConfigError(
            f"PORT: {config.host}:{config.port} cannot be used ({error.strerror}); "
            "stop what listens there or set PORT or HOST"
        ) from None


def address(config: Config) -> str:
    host = f"[{config.host}]" if ":" in config.host else config.host
    return f"{'https' if config.tls_certificate else 'http'}://{host}:{config.port}"
