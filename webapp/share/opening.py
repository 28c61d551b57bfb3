"""Opening a shared routine by its code: the short address, its QR code and its picture."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from flask import Blueprint, Response, abort, current_app, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp import locales
from webapp.config import Config
from webapp.content import library
from webapp.share import card as cards
from webapp.share import codes, qr, shown
from webapp.share.readers import Found
from webapp.share.state import sharing

# Without a language in its addresses, and so a blueprint of its own.
blueprint = Blueprint("share_opening", __name__)

# What was made for one person is in no search engine.
ROBOTS = "noindex"


class UnknownCodeError(Exception):
    """No routine has this code."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


def open_routine(code: str) -> Found:
    """The routine at this address; UnknownCodeError or WithdrawnError when there is none.

    One of which no exercise is in the library any longer counts as none: nothing could be shown.
    A code that was typed into the address as it was spoken leads to its own address.
    """
    meant = codes.normalize(code)
    if meant and meant != code:
        abort(lead_to(url_for(str(request.endpoint), code=meant)))
    found = sharing().look_up(code)
    if found is None or not _is_known(found):
        raise UnknownCodeError(code)
    return found


def _is_known(found: Found) -> bool:
    known = library.english().led
    return any(step.exercise in known for step in found.routine.steps)


@blueprint.get("/r/<code>")
def lead(code: str) -> BaseResponse:
    """Only a redirect, because one address gives one representation; it is not kept anywhere."""
    language = locales.negotiate()
    answer = lead_to(url_for("share.show", language=language, code=codes.normalize(code) or code))
    answer.headers["Vary"] = "Accept-Language"
    return answer


@blueprint.get("/r/<code>/qr.svg")
def draw_code(code: str) -> Response:
    answer = make_response(qr.drawing(address(open_routine(code).code)))
    answer.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@blueprint.get("/r/<code>/card.png")
def card(code: str) -> Response:
    found = open_routine(code)
    return sharing().kept.answer(found, lambda: _card(found))


def _card(found: Found) -> Response:
    """The first step stands for the whole, because it is what the reader begins with."""
    routine = shown.of(found, library.english())
    answer = make_response(
        cards.draw(routine.steps[0].exercise.slug, routine.seconds, routine.marks)
    )
    answer.headers["Content-Type"] = "image/png"
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def address(code: str) -> str:
    """What is printed and scanned: short, and the operator's where that is known."""
    config: Config = current_app.extensions["limber.config"]
    origin = config.origin or request.host_url.rstrip("/")
    return origin + url_for("share_opening.lead", code=code)


def report(code: str) -> dict[str, str]:
    """The attributes of a link by which anybody reports a routine to whoever runs this Limber."""
    config: Config = current_app.extensions["limber.config"]
    if not config.contact:
        return {"href": url_for("about.show") + "#report"}
    subject = urlencode({"subject": f"Limber: {codes.spoken(code)}"}, quote_via=quote)
    mail = config.contact.startswith("mailto:")
    join = "&" if "?" in config.contact else "?"
    href = f"{config.contact}{join}{subject}" if mail else config.contact
    return {"href": href, "rel": "external noreferrer"}


def lead_to(path: str) -> BaseResponse:
    answer = redirect(path)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.after_request
def hide(response: Response) -> Response:
    response.headers["X-Robots-Tag"] = ROBOTS
    return response
