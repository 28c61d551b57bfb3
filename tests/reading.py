"""The strictest reader of every page: valid, one h1, ids once, no inline script, no cookie."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.test import TestResponse

from webapp.security import HEADERS, HTMX_POLICY

RUNNING_TEXT = ("title", "h1")


class Page:
    """A response and its parsed HTML."""

    def __init__(self, response: TestResponse, tree: Element) -> None:
        self.response = response
        self.tree = tree

    def all(self, tag: str) -> list[Element]:
        return list(self.tree.iter(tag))

    def one(self, tag: str) -> Element:
        (found,) = self.all(tag)
        return found

    def by_id(self, name: str) -> Element:
        (found,) = [each for each in self.tree.iter() if each.get("id") == name]
        return found

    @property
    def h1(self) -> str:
        return text(self.one("h1"))

    @property
    def words(self) -> str:
        """All text of the body that people read."""
        return text(self.one("body"))

    @property
    def links(self) -> list[str]:
        return [each.get("href", "") for each in self.all("a")]


def text(element: Element) -> str:
    skipped = {id(each) for tag in ("script", "style") for each in element.iter(tag)}
    parts: list[str] = []

    def walk(each: Element) -> None:
        if id(each) not in skipped:
            parts.append(each.text or "")
            for child in each:
                walk(child)
                parts.append(child.tail or "")

    walk(element)
    return plain("".join(parts))


def plain(text: str) -> str:
    """As `words` have it: every space is one, also those that part nothing at the end of a line."""
    return " ".join(text.split())


def read_page(response: TestResponse, address: str, status: int = 200) -> Page:
    assert response.status_code == status, f"{address}: {response.status}"
    tree, misread = _parse(response.get_data(as_text=True))
    faults = list(misread)
    page = Page(response, tree)
    for check in (_headers, _language, _structure, _references, _no_inline, _no_outside):
        faults.extend(check(page))
    assert not faults, f"{address}: " + "; ".join(faults)
    return page


@lru_cache(maxsize=64)
def _parse(html: str) -> tuple[Element, list[str]]:
    """The tree, and what is no valid HTML. Many tests read the same page, and none changes it."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    return tree, [f"{place}: {kind}" for place, kind, _ in parser.errors]


def _headers(page: Page) -> list[str]:
    headers = page.response.headers
    expected = dict(HEADERS)
    if any(each.get("name") == "htmx-config" for each in page.all("meta")):
        expected["Content-Security-Policy"] = HTMX_POLICY
    faults = [
        f"{name} is not {wanted!r}"
        for name, wanted in expected.items()
        if headers.get(name) != wanted
    ]
    if "unsafe" in headers.get("Content-Security-Policy", ""):
        faults.append("the policy allows something unsafe")
    if "Set-Cookie" in headers:
        faults.append("sets a cookie")
    if not headers.get("Cache-Control"):
        faults.append("says nothing about caching")
    return faults


def _language(page: Page) -> list[str]:
    html = page.one("html")
    wanted = {"ar": "rtl"}.get(html.get("lang", ""), "ltr")
    faults = [] if html.get("lang") else ["html has no lang"]
    if html.get("dir") != wanted:
        faults.append(f"dir is not {wanted}")
    stated = page.response.headers.get("Content-Language")
    if stated != html.get("lang"):
        faults.append(f"Content-Language {stated} is not lang {html.get('lang')}")
    return faults


def _structure(page: Page) -> list[str]:
    faults = [f"{len(page.all(tag))} {tag}" for tag in RUNNING_TEXT if len(page.all(tag)) != 1]
    if not faults and not text(page.one("title")).startswith(page.h1):
        faults.append("the title does not begin with the h1")
    ids = Counter(each.get("id") for each in page.tree.iter() if each.get("id"))
    faults.extend(f"id {name} stands twice" for name, count in ids.items() if count > 1)
    faults.extend("a button without type" for each in page.all("button") if not each.get("type"))
    return faults


def _references(page: Page) -> list[str]:
    ids = {each.get("id") for each in page.tree.iter()}
    wanted = [
        name
        for each in page.tree.iter()
        for attribute in ("aria-labelledby", "aria-describedby", "for")
        for name in each.get(attribute, "").split()
    ]
    wanted += [link[1:] for link in page.links if link.startswith("#")]
    return [f"nothing has the id {name}" for name in wanted if name not in ids]


def _no_inline(page: Page) -> list[str]:
    faults = ["a style element" for _ in page.all("style")]
    for each in page.tree.iter():
        if not isinstance(each.tag, str):
            continue
        faults.extend(
            f"{each.tag} has {name}"
            for name in each.keys()
            if name == "style" or name.startswith("on")
        )
    for script in page.all("script"):
        is_data = script.get("type", "") in ("application/json", "application/ld+json")
        if not is_data and (not script.get("src") or (script.text or "").strip()):
            faults.append("an inline script")
    return faults


def _no_outside(page: Page) -> list[str]:
    """Nothing is fetched from elsewhere; a link that leaves says so."""
    faults = []
    for each in page.tree.iter():
        if not isinstance(each.tag, str):
            continue
        for attribute in ("src", "href", "action", "srcset", "poster", "data"):
            address = each.get(attribute, "")
            leaves = address.startswith(("http:", "https:", "//"))
            marked = each.tag == "a" and "external" in each.get("rel", "").split()
            if leaves and not marked:
                faults.append(f"{each.tag} {attribute} leads outside: {address}")
    return faults
