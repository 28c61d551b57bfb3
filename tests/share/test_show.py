"""The page of a shared routine: the library in the reader's language, the author's own words."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from tests.conftest import ReadPage
from tests.reading import Page, text
from tests.share.routines import ANA, SECRET, change, publish
from webapp.build import starts
from webapp.content import library
from webapp.share import routine

SCRIPT = "</script><script>alert(1)</script>"


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """What a page shows does not depend on the database, but on the operator."""
    return {
        "LIMBER_INSTANCE": str(tmp_path / "instance"),
        "LIMBER_CONTACT": "mailto:care@limber.health",
        "LIMBER_ORIGIN": "https://limber.example",
    }


def own_words(page: Page) -> list[Element]:
    """The author's; the way to another language has its own too."""
    german = [each for each in page.tree.iter() if each.get("lang") == "de"]
    return [each for each in german if each.get("hreflang") is None]


def test_it_says_everything_before_the_start(app: Flask, own_page: ReadPage) -> None:
    code = publish(app).code
    shown = own_page(f"/en/r/{code}")
    words = shown.words.replace("\u00a0", " ")
    assert shown.h1 == "Rücken, Woche 2"
    for part in (
        "Cat-cow",
        "2 × 8 times",
        "5 times each side",
        "Slower",
        "Half speed",
        "07:30",
        "Mon, Wed, Fri",
        "Every day",
        "After a fall, a knock or a crash: do not start.",
        "Dizziness, or new numbness, weakness or tingling",
        "Call your local emergency number now",
    ):
        assert part in words, part
    assert f"/en/r/{code}/play" in shown.links


@pytest.mark.parametrize("slug", ["cold-water-10", "pool-warm-up-6", "rewarming"])
def test_a_copied_routine_keeps_what_keeps_somebody_safe(
    app: Flask, own_page: ReadPage, slug: str
) -> None:
    """Product safety rules 6 and 8, on the page and before the start."""
    content = library.english()
    whole = content.routines[slug]
    with app.test_request_context("/en/"):
        copied = starts.draft(whole, content)
    code = publish(app, wanted=copied).code
    for path in ("", "/play", "/print"):
        words = own_page(f"/en/r/{code}{path}").words.replace("\u00a0", " ")
        said = [*whole.before, *whole.stop, *whole.after, *(each.text for each in whole.cautions)]
        for line in said:
            assert line.replace("\u00a0", " ") in words, line


def test_what_no_longer_keeps_the_bounds_is_read_and_not_led_through(
    app: Flask, client: FlaskClient, own_page: ReadPage
) -> None:
    """As when an exercise has left the library, and too little is left before cold water."""
    march = {"exercise": "march-on-the-spot", "dose": {"seconds": 300}}
    left = {"exercise": "flying-kick", "dose": {"seconds": 300}}
    code = publish(app, steps=[march, left], need="before-cold", rounds=1).code
    for path in ("", "/print"):
        shown = own_page(f"/en/r/{code}{path}")
        assert f"/en/r/{code}/play" not in shown.links
        assert "A movement of this routine is no longer in Limber." in shown.words
    assert client.get(f"/en/r/{code}/play").headers["Location"] == f"/en/r/{code}"


def test_no_caution_of_its_exercises_stays_unread(app: Flask, own_page: ReadPage) -> None:
    words = own_page(f"/en/r/{publish(app).code}").words
    for step in ANA["steps"]:
        exercise = library.english().exercises[step["exercise"]]
        for caution in exercise.cautions:
            assert f"{exercise.name} {caution.text}" in words
        assert set(exercise.stop) <= set(_lines(words, exercise.stop))


def _lines(words: str, lines: tuple[str, ...]) -> list[str]:
    return [line for line in lines if line in words]


def test_it_names_what_no_instructor_has_looked_at(app: Flask, own_page: ReadPage) -> None:
    steps = [{"exercise": "cloud-hands", "dose": {"repetitions": 10}}]
    code = publish(app, steps=[*steps, *ANA["steps"]]).code
    for path in ("", "/play", "/print"):
        assert "general knowledge: Wave hands like clouds." in own_page(f"/en/r/{code}{path}").words


def test_what_the_author_wrote_is_marked_as_theirs_in_their_language(
    app: Flask, own_page: ReadPage
) -> None:
    shown = own_page(f"/ar/r/{publish(app).code}")
    marked = [text(each) for each in own_words(shown)]
    for written in (ANA["title"], ANA["whatFor"], "Sticht es links", "Knie auf ein Kissen"):
        assert any(written in each for each in marked), written
    assert all(each.get("dir") == "auto" or each.tag == "bdi" for each in own_words(shown)), (
        "whichever direction their language has"
    )
    assert shown.one("html").get("lang") == "ar"
    english = own_page(f"/en/r/{publish(app).code}").words
    assert "Note from the person who made this routine" in english
    assert "Their note: Knie auf ein Kissen" in english


def test_what_somebody_wrote_is_plain_text(app: Flask, own_page: ReadPage) -> None:
    wanted = {
        **ANA,
        "title": "<b>bold</b>",
        "notes": f"https://evil.example {SCRIPT}",
        "steps": [{**ANA["steps"][0], "note": SCRIPT}],
    }
    code = publish(app, wanted).code
    for path in (f"/en/r/{code}", f"/en/r/{code}/print", f"/en/r/{code}/play"):
        shown = own_page(path)
        assert shown.h1 == "<b>bold</b>"
        assert not [link for link in shown.links if "evil" in link]
        assert SCRIPT not in shown.response.get_data(as_text=True)


def test_the_scripts_get_the_routine_with_its_code_and_version(
    app: Flask, own_page: ReadPage
) -> None:
    saved = publish(app)
    shown = own_page(f"/en/r/{saved.code}")
    given = json.loads(shown.by_id("routine").text or "")
    assert given["code"] == saved.code
    assert given["version"] == 1
    assert routine.read(json.dumps(given["routine"])) == routine.read(json.dumps(ANA))
    main = shown.by_id("main")
    assert (main.get("data-code"), main.get("data-version")) == (saved.code, "1")
    assert main.get("data-changed") == str(saved.changed)
    assert main.get("class") == "moves", "what an emergency sign hides"


def test_the_player_leads_each_step_at_its_pace(app: Flask, own_page: ReadPage) -> None:
    code = publish(app).code
    shown = own_page(f"/en/r/{code}/play")
    session = json.loads(shown.by_id("session").text or "")
    assert (session["kind"], session["slug"]) == ("shared", code)
    assert (session["rounds"], session["rest"]) == (2, 30)
    cat = library.english().exercises["cat-cow"]
    for part, written in zip(session["steps"][0]["tempo"], cat.tempo, strict=True):
        slower = written.seconds / 0.75 if written.kind == "move" else written.seconds
        assert part["seconds"] == pytest.approx(slower)
    # So that nobody's own choice makes it slower than half.
    assert session["steps"][0]["pace"] == 0.75
    assert "Knie auf ein Kissen" in session["steps"][0]["note"]
    assert shown.one("h1").get("lang") == "de"


def test_an_exercise_that_has_left_the_library_is_said_to_be_missing(
    app: Flask, own_page: ReadPage
) -> None:
    left = {"exercise": "flying-kick", "dose": {"repetitions": 8}}
    here = {"exercise": "cat-cow", "dose": {"repetitions": 8}}
    code = publish(app, steps=[left, here]).code
    assert "A movement of this routine is no longer in Limber." in own_page(f"/en/r/{code}").words
    assert len(json.loads(own_page(f"/en/r/{code}/play").by_id("session").text or "")["steps"]) == 1
    alone = publish(app, secret="a" * 22, steps=[left]).code
    for path in ("", "/play", "/print"):
        own_page(f"/en/r/{alone}{path}", status=404)


def test_its_time_is_that_of_its_slower_steps(app: Flask, own_page: ReadPage) -> None:
    once = [_shown_seconds(own_page(f"/en/r/{_one(app, pace)}")) for pace in (1, 0.5)]
    moves = sum(part.seconds for part in library.english().exercises["cat-cow"].tempo)
    stays = sum(
        part.seconds for part in library.english().exercises["cat-cow"].tempo if part.kind == "stay"
    )
    assert once[1] - once[0] == 8 * (moves - stays)


def _one(app: Flask, pace: float) -> str:
    step = {"exercise": "cat-cow", "dose": {"repetitions": 8}, "pace": pace}
    secret = f"{SECRET}{pace}".replace(".", "-")
    return publish(app, secret=secret, rounds=1, steps=[step]).code


def _shown_seconds(shown: Page) -> int:
    time = next(text(each) for each in shown.all("dd") if each.get("class") == "number")
    minutes, seconds = time.split(":")
    return 60 * int(minutes) + int(seconds)


def test_before_cold_water_it_says_what_the_librarys_warm_up_says(
    app: Flask, own_page: ReadPage
) -> None:
    code = publish(app, need="before-cold").code
    words = own_page(f"/en/r/{code}").words
    model = library.english().routines["cold-water-10"]
    for line in (*model.before, *model.stop, *model.after):
        assert line.replace("\u00a0", " ") in words
    session = json.loads(own_page(f"/en/r/{code}/play").by_id("session").text or "")
    assert session["leastMoving"] == library.english().limits["least-warm-up"].seconds


def test_a_reader_finds_where_to_report_it(app: Flask, own_page: ReadPage) -> None:
    code = publish(app).code
    links = own_page(f"/en/r/{code}").links
    spoken = f"{code[:5]}-{code[5:]}"
    assert f"mailto:care@limber.health?subject=Limber%3A%20{spoken}" in links


def test_messengers_get_a_picture_and_search_engines_nothing(
    app: Flask, own_page: ReadPage
) -> None:
    code = publish(app).code
    shown = own_page(f"/en/r/{code}")
    metas = {each.get("property"): each.get("content") for each in shown.all("meta")}
    assert metas["og:title"] == ANA["title"]
    assert metas["og:url"] == f"https://limber.example/en/r/{code}"
    assert metas["og:image"] == f"https://limber.example/r/{code}/card.png"
    assert any(each.get("content") == "noindex" for each in shown.all("meta"))
    for path in (
        f"/en/r/{code}",
        f"/en/r/{code}/print",
        f"/en/r/{code}/play",
        f"/r/{code}/card.png",
    ):
        assert app.test_client().get(path).headers["X-Robots-Tag"] == "noindex", path


def test_a_change_is_seen_at_once_and_what_stays_is_not_sent_again(
    app: Flask, client: FlaskClient
) -> None:
    saved = publish(app)
    path = f"/en/r/{saved.code}"
    first = client.get(path)
    assert first.headers["Cache-Control"] == "no-cache"
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get(path, headers=tag).status_code == 304
    change(app, saved, title="Woche 3")
    second = client.get(path, headers=tag)
    assert second.status_code == 200
    assert "Woche 3" in second.get_data(as_text=True)
    assert 'data-version="2"' in second.get_data(as_text=True)


@pytest.mark.parametrize("warm", [False, True])
def test_a_reader_costs_one_query(app: Flask, client: FlaskClient, warm: bool) -> None:
    code = publish(app).code
    asked: list[str] = []
    if warm:
        client.get(f"/en/r/{code}")
    event.listen(
        app.extensions["limber.database"],
        "before_cursor_execute",
        lambda *args: asked.append(args[2]),
    )
    assert client.get(f"/en/r/{code}").status_code == 200
    assert len([each for each in asked if not each.startswith("PRAGMA")]) == 1, asked


def test_compressed_or_not_it_is_the_same_page(app: Flask, client: FlaskClient) -> None:
    path = f"/en/r/{publish(app).code}"
    small = client.get(path, headers={"Accept-Encoding": "br"})
    assert small.headers["Content-Encoding"] == "br"
    assert len(small.get_data()) < 11_000
    head = client.head(path)
    assert head.get_data() == b""
    assert int(head.headers["Content-Length"]) == len(client.get(path).get_data())
