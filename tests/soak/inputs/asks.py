"""What is asked of each parser of outside input on the server, the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import quote

from tests.asking import PAGE
from tests.soak.inputs import documents, reminders
from tests.soak.inputs.asked import JSON, Ask, Headers, Known, signed
from tests.soak.inputs.chance import body, escaped, mutated, near, odd, value, word
from tests.soak.inputs.documents import DEVICES, SECRETS
from webapp.build.search import GROUPS
from webapp.content import library
from webapp.locales import LANGUAGES
from webapp.share import codes

HTMX = {"HX-Request": "true"}
SHARED = ["", "/play", "/print", "/nothing"]
METHODS = [
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "PATCH",
    "TRACE",
    "PROPFIND",
    "get",
    "X",
]
# It waits until packs are made, which is no matter of its input.
WAITING = "/version.json"


def _language(chance: Random) -> str:
    return chance.choice(LANGUAGES).prefix


def routine(chance: Random, _: Known) -> Ask:
    document = documents.routine(chance)
    changed = mutated(chance, document) if chance.random() < 0.9 else document
    headers = {**signed(chance, chance.choice(SECRETS)), **JSON}
    return Ask("/api/routines", "POST", headers=headers, body=body(chance, changed))


def edit(chance: Random, known: Known) -> Ask:
    """By whom it is, whose routine changes where all is right, or by another."""
    code, right = chance.choice(known.codes), documents.routine(chance)
    is_own = chance.random() < 0.5
    given = body(chance, right if chance.random() < 0.3 else mutated(chance, right))
    numbered = f'"{chance.choice((*range(1, 9), 10**9))}"'
    base = numbered if chance.random() < 0.5 else odd(chance, numbered)
    secret = known.owners[code] if is_own else chance.choice(SECRETS)
    headers = {**signed(chance, secret), **JSON, "If-Match": base}
    # One that nobody withdraws stays for the others to read.
    method = "PUT" if is_own else chance.choice(("PUT", "DELETE"))
    spelt = code if is_own else escaped(chance, near(chance, code))
    return Ask(f"/api/routines/{spelt}", method, headers=headers, body=given)


def secret(chance: Random, known: Known) -> Ask:
    code = chance.choice(known.codes)
    scheme = chance.choice(("Bearer ", "Bearer ", "bearer ", "Basic ", "Bearer", "Bearer  "))
    whose = scheme + chance.choice((known.owners[code], chance.choice(SECRETS)))
    given = whose if chance.random() < 0.3 else odd(chance, whose)
    return Ask(f"/api/routines/{code}/versions", headers={**PAGE, "Authorization": given})


def version(chance: Random, known: Known) -> Ask:
    code, asked = chance.choice(known.codes), str(chance.choice((0, 1, 2, 10**9, 10**30)))
    number = asked if chance.random() < 0.3 else escaped(chance, odd(chance, asked))
    secret = chance.choice((known.owners[code], chance.choice(SECRETS)))
    return Ask(f"/api/routines/{code}/versions/{number}", headers=signed(chance, secret))


def code(chance: Random, known: Known) -> Ask:
    unknown = "".join(chance.choices(codes.ALPHABET, k=codes.LENGTH))
    code = chance.choice((unknown, chance.choice(known.codes)))
    spelt = chance.choice(
        (code, codes.spoken(code), code.upper(), f"https://limber.example/r/{code}")
    )
    typed, language = odd(chance, spelt), _language(chance)
    if chance.random() < 0.3:
        return Ask(f"/{language}/r/open", query=f"code={escaped(chance, typed)}")
    start = chance.choice(("/r/", f"/{language}/r/", "/api/routines/"))
    return Ask(start + escaped(chance, typed), headers=PAGE)


def shared(chance: Random, known: Known) -> Ask:
    """Pages of what was published with markup in its words, for whatever host and browser."""
    code = chance.choice(known.codes)
    ends = [f"/{_language(chance)}/r/{code}{each}" for each in SHARED]
    paths = [*ends, f"/r/{code}/qr.svg", f"/r/{code}/card.png", f"/r/{code}"]
    return Ask(chance.choice(paths), headers=_host(chance) if chance.random() < 0.5 else {})


def search(chance: Random, _: Known) -> Ask:
    names = chance.sample(("q", *GROUPS, "after", "language", word(chance)), chance.randrange(1, 5))
    values = [
        odd(chance, chance.choice(("standing", "neck", "1", "12", "hüft beweglich"))) for _ in names
    ]
    pairs = [
        f"{escaped(chance, n)}={escaped(chance, v)}" for n, v in zip(names, values, strict=True)
    ]
    join = chance.choice(("&", "&", "&", ";", "&&=&"))
    return Ask(f"/{_language(chance)}/build/search", query=join.join(pairs), headers=_htmx(chance))


def fragment(chance: Random, _: Known) -> Ask:
    slug = chance.choice(list(library.english().led))
    path = f"/{_language(chance)}/build/step/{escaped(chance, odd(chance, slug))}"
    return Ask(path, headers=_htmx(chance))


def _htmx(chance: Random) -> Headers:
    names = (
        "HX-Source",
        "HX-Request-Type",
        "HX-Current-URL",
        "HX-Target",
        "HX-Boosted",
        "HX-Prompt",
    )
    more = {name: _header(chance, "form#search") for name in chance.sample(names, 2)}
    auto = {"HX-Current-URL-URI-AutoEncoded": chance.choice(("true", "false", word(chance)))}
    return {**chance.choice((HTMX, HTMX, {})), **more, **(auto if chance.random() < 0.3 else {})}


def language(chance: Random, known: Known) -> Ask:
    tags = [
        "de",
        "zh-CN",
        "zh-Hant-TW",
        "pt_BR",
        "en-US",
        "ar-EG",
        "*",
        "i-klingon",
        "x-a",
        "und",
        "root",
    ]
    qualities = ("", ";q=0.5", ";q=1e9", ";q=-1", ";q=nan")
    pieces = [
        odd(chance, chance.choice(tags)) + chance.choice(qualities)
        for _ in range(chance.choice((1, 2, 5, 800)))
    ]
    path = chance.choice(("/", f"/r/{chance.choice(known.codes)}", "/xx/"))
    return Ask(path, headers={"Accept-Language": ",".join(pieces)[:60_000]})


def _header(chance: Random, right: str) -> str:
    return odd(chance, right).encode("utf-8", "replace").decode("latin-1")


def _host(chance: Random) -> Headers:
    hosts = [
        "limber.example",
        "limber.example:8000",
        "[::1]:80",
        "127.0.0.1",
        "a..b",
        "a" * 64,
        "x.",
        "[",
    ]
    ports = [
        f"a:{'9' * 5000}",
        "a:0",
        "a:b",
        "a@b",
        "a/b?c#d",
        "é.example",
        "xn--a.example",
        "a" * 3000,
    ]
    host = chance.choice((*hosts, *ports, _header(chance, chance.choice(hosts))))
    origins = [f"http://{host}", "null", "http://[", "http://[x]:y", "https://limber.example"]
    origin = _header(chance, chance.choice(origins))
    site = chance.choice(("same-origin", "cross-site", "none", word(chance)))
    forwarded = {
        "X-Forwarded-For": _header(chance, "203.0.113.1, 10.0.0.1"),
        "X-Forwarded-Proto": _header(chance, chance.choice(("https", "javascript"))),
        "X-Forwarded-Host": host,
        "X-Forwarded-Port": _header(chance, "443"),
        "X-Forwarded-Prefix": _header(chance, "/prefix"),
        "Forwarded": f"for={host}",
    }
    some = chance.sample(sorted(forwarded), chance.randrange(len(forwarded) + 1))
    sent = {"Origin": origin, "Sec-Fetch-Site": site}
    asked = chance.sample(sorted(sent), chance.randrange(3))
    return {"Host": host} | {n: forwarded[n] for n in some} | {n: sent[n] for n in asked}


def host(chance: Random, known: Known) -> Ask:
    headers = _host(chance)
    if chance.random() < 0.4:
        document = documents.device(chance)
        put = reminders.put(chance, chance.randrange(len(DEVICES)), body(chance, document))
        return Ask(put.path, put.method, headers={**put.headers, **headers}, body=put.body)
    paths = ["/", "/en", "/en/", "/en/nothing", "/en/r", f"/r/{chance.choice(known.codes)}"]
    return Ask(chance.choice([*paths, "/robots.txt", "/sitemap.xml", "/healthz"]), headers=headers)


def wishes(chance: Random, known: Known) -> Ask:
    """What a browser says about what it takes and has."""
    right = {
        "Accept-Encoding": "gzip, deflate, br;q=1.0",
        "If-None-Match": 'W/"0123456789abcdef0123"',
        "If-Modified-Since": "Sat, 28 Nov 2026 19:00:00 GMT",
        "Range": "bytes=0-10,20-",
        "If-Range": '"a"',
        "Accept": "text/html;q=0.9,*/*;q=0.8",
        "Cookie": "session=abc; theme=dark",
        "Content-Type": "text/html; charset=utf-7; boundary=x",
        "Authorization": "Basic YTpi",
        "Expect": "100-continue",
    }
    some = chance.sample(sorted(right), chance.randrange(1, 5))
    code = chance.choice(known.codes)
    paths = [
        "/en/",
        "/schema/routine.json",
        "/sw.js",
        "/en/build/search",
        f"/en/r/{code}",
        "/pack/x",
    ]
    return Ask(chance.choice(paths), headers={name: _header(chance, right[name]) for name in some})


def path(chance: Random, known: Known) -> Ask:
    """Every address there is, with something odd where it takes something, or in it."""
    rule = chance.choice(list(known.addresses.iter_rules())).rule
    written = "".join(_filled(chance, part) for part in _parts(rule))
    if chance.random() < 0.5:
        written = near(chance, written)
    tail = chance.choice(
        ("", "", "/", "//", "/..", "/%2e%2e/", "%00", "%ff", "%c0%af", ".", ";a=b", "%")
    )
    target = quote(written.encode("utf-8", "surrogatepass"), safe="/%:@;=+,") + tail
    target = target if target.startswith("/") else f"/{target}"
    target = f"{target}x" if target == WAITING else target
    return Ask(target, query=escaped(chance, word(chance)) if chance.random() < 0.3 else "")


def _parts(rule: str) -> Iterator[str]:
    for each in rule.split("<"):
        name, closed, rest = each.partition(">")
        yield f"<{name}>" if closed else each
        if closed:
            yield rest


def _filled(chance: Random, part: str) -> str:
    if not part.startswith("<"):
        return part
    if "language" in part and chance.random() < 0.8:
        return _language(chance)
    return quote(odd(chance, "cat-cow").encode("utf-8", "surrogatepass"), safe="")


def method(chance: Random, known: Known) -> Ask:
    asked = path(chance, known)
    given = body(chance, value(chance))
    name = chance.choice(METHODS)
    kinds = (
        "application/json",
        "multipart/form-data; boundary=a",
        "application/x-www-form-urlencoded",
    )
    headers = {"Content-Type": _header(chance, chance.choice(kinds))}
    return Ask(
        asked.path if asked.path != "/version.json" else "/", name, headers=headers, body=given
    )


def length(chance: Random, _: Known) -> Ask:
    """What says how long a body is, and of which kind, and is not so."""
    given = body(chance, documents.routine(chance)) * chance.choice((1, 1, 30))
    said = {
        "Content-Length": odd(chance, str(len(given))).encode("utf-8", "replace").decode("latin-1"),
        "Transfer-Encoding": chance.choice(
            ("chunked", "gzip, chunked", "identity", word(chance)[:50])
        ),
        "Content-Encoding": chance.choice(("gzip", "br", word(chance)[:50])),
        "Content-Type": _header(chance, "application/json; charset=utf-16"),
    }
    some = chance.sample(sorted(said), chance.randrange(1, 4))
    headers = {
        **signed(chance, chance.choice(SECRETS)),
        **JSON,
        **{name: said[name] for name in some},
    }
    target = chance.choice(("/api/routines", f"/api/reminders/{DEVICES[0]}", "/en/"))
    method = "PUT" if "reminders" in target else "POST"
    return Ask(target, method, headers=headers, body=given)


PARSERS: dict[str, Callable[[Random, Known], Ask]] = {
    "routines": routine,
    "edits": edit,
    "secrets": secret,
    "versions": version,
    "codes": code,
    "shared pages": shared,
    "searches": search,
    "fragments": fragment,
    "devices": reminders.device,
    "subscriptions": reminders.subscription,
    "rules": reminders.rule,
    "calendars": reminders.calendar,
    "tests and goodbyes": reminders.acknowledged,
    "Accept-Language": language,
    "hosts and origins": host,
    "other headers": wishes,
    "paths": path,
    "methods": method,
    "lengths and types": length,
}
