"""A sender and a push service, both by the real clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.reminders.standin import PushService, Subscription
from webapp.reminders.vapid import Vapid


@pytest.fixture(scope="module")
def vapid() -> Vapid:
    return Vapid(ec.generate_private_key(ec.SECP256R1()))


@pytest.fixture
def service() -> Iterator[PushService]:
    with PushService().running() as running:
        yield running


@pytest.fixture
def phone(service: PushService, vapid: Vapid) -> Subscription:
    return service.subscribe(vapid.public_key)
