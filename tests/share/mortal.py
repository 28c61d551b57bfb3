"""Publishes a thousand routines until it is killed by -9: `python -m tests.share.mortal`.

Each line it reads is a secret; each line it writes is a secret and the code that was answered.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.asking import PAGE
from tests.share.people import given
from webapp import create_app
from webapp.config import read
from webapp.security import Allowance
from webapp.share.state import KEY

AT_ONCE = 4


def publish(app: Flask, secret: str) -> None:
    headers = {**PAGE, "Authorization": f"Bearer {secret}"}
    body = given(title=f"Of {secret}")
    answer = app.test_client().post("/api/routines", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    assert answer.json
    # At once and in one piece: what was written before a kill was acknowledged.
    os.write(1, f"{secret} {answer.json['code']}\n".encode())


def main() -> None:
    app = create_app(read())
    app.extensions[KEY].publications = Allowance("1000000 per hour")
    with ThreadPoolExecutor(AT_ONCE) as together:
        for _ in together.map(lambda secret: publish(app, secret), sys.stdin.read().split()):
            pass


if __name__ == "__main__":
    main()
