"""What is asked of the reminders of a device: what is put, calendars, tests and goodbyes."""

from __future__ import annotations

from random import Random

from tests.soak.inputs import documents
from tests.soak.inputs.asked import JSON, Ask, Known, signed
from tests.soak.inputs.chance import body, escaped, mutated, near, odd, word
from tests.soak.inputs.documents import DEVICES, SECRETS


def device(chance: Random, _: Known) -> Ask:
    number = chance.randrange(len(DEVICES))
    right = documents.device(chance, SECRETS[number]) | {"subscription": None}
    changed = mutated(chance, documents.device(chance, SECRETS[number]))
    document = right if chance.random() < 0.25 else changed
    return put(chance, number, body(chance, document))


def subscription(chance: Random, _: Known) -> Ask:
    """Hostile addresses and keys in what is right but for them; one that is right now and then."""
    given, number = documents.subscription(chance), chance.randrange(len(DEVICES))
    if chance.random() < 0.8:
        given["endpoint"] = odd(chance, given["endpoint"])
        given["keys"]["p256dh"] = odd(chance, given["keys"]["p256dh"])
    document = {**documents.device(chance, SECRETS[number]), "subscription": given}
    return put(chance, number, body(chance, document))


def rule(chance: Random, _: Known) -> Ask:
    """A calendar that somebody reads afterwards has whatever rule was taken."""
    number, reminder = chance.randrange(len(DEVICES)), documents.reminder(chance)
    if chance.random() < 0.6:
        name = chance.choice(("rule", "rule", "anchor", "notBefore", "id"))
        reminder[name] = near(chance, str(reminder[name]))
    zone = odd(chance, chance.choice(documents.ZONES)) if chance.random() < 0.2 else "Europe/Berlin"
    document = {**documents.device(chance, SECRETS[number]), "zone": zone, "reminders": [reminder]}
    return put(chance, number, body(chance, document))


def put(chance: Random, number: int, given: bytes) -> Ask:
    name = (
        DEVICES[number] if chance.random() < 0.9 else escaped(chance, near(chance, DEVICES[number]))
    )
    headers = {**signed(chance, SECRETS[number]), **JSON}
    return Ask(f"/api/reminders/{name}", "PUT", headers=headers, body=given)


def calendar(chance: Random, _: Known) -> Ask:
    secret = chance.choice(SECRETS)
    given = escaped(chance, near(chance, secret)) if chance.random() < 0.3 else secret
    return Ask(f"/api/reminders/{given}.ics", headers={"User-Agent": word(chance)[:100]})


def acknowledged(chance: Random, _: Known) -> Ask:
    """Tests and goodbyes of devices."""
    number = chance.randrange(len(DEVICES))
    name = escaped(chance, odd(chance, DEVICES[number]))
    path, method = chance.choice(((f"{name}/test", "POST"), (name, "DELETE"), ("key", "GET")))
    return Ask(f"/api/reminders/{path}", method, headers=signed(chance, SECRETS[number]))
