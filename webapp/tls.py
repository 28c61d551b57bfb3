"""TLS that Limber ends itself, and what visitors are told who come by TLS."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from webapp.config import Config, ConfigError

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

# For a year from the last visit on, as long as phones may stay away; of this host alone, because
# what else runs below its name is the operator's business.
STRICT = (b"strict-transport-security", b"max-age=31536000")


def check(config: Config) -> None:
    """ConfigError when certificate and key cannot be used together."""
    if config.tls_certificate is None or config.tls_key is None:
        return
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(config.tls_certificate, config.tls_key, password=lambda: b"")
    except OSError as error:  # what is wrong in a file is one too
        raise ConfigError(
            f"LIMBER_TLS_CERTIFICATE: {config.tls_certificate} cannot be used with "
            f"{config.tls_key} ({_reason(error)}); give a PEM certificate and its own key, "
            "without a password"
        ) from None


def _reason(error: OSError) -> str:
    if isinstance(error, ssl.SSLError):
        return (error.reason or "not in PEM, or with a password").replace("_", " ").lower()
    return str(error.strerror)


def is_secure(scope: Mapping[str, Any], proxies: int) -> bool:
    """Whether who asks came by TLS, to us or to the outermost of so many proxies that we trust."""
    scheme: str = scope.get("scheme", "http")  # a server need not tell
    if scheme == "https" or not proxies:
        return scheme == "https"
    told = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-proto")
    schemes = told.split(b",")
    return len(schemes) >= proxies and schemes[-proxies].strip() == b"https"


def strictly(send: Send) -> Send:
    """Answers that tell browsers to come by TLS only."""

    async def sender(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], STRICT]
        await send(message)

    return sender
