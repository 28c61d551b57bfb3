"""Where an answer lies in the folder, by its address and what it is.

A page without a last slash is `page.html`: static hosts, and nginx by `try_files`, answer that at
`/page` itself. As `page/index.html` it would be answered at `/page/` only, which is another address
for packs and search engines; as `page` it would have no type, and `page/play` no place.
"""

from __future__ import annotations

PAGE = "text/html"


def file_of(address: str, kind: str) -> str:
    """The file of an address such as `/en/swim/12-15`, relative to the folder; `kind` is its type.

    ValueError for an address that would lead out of the folder, or to what is hidden in it.
    """
    first, *parts = address.split("/")
    if first or not parts or "" in parts[:-1] or any(part.startswith(".") for part in parts):
        raise ValueError(f"{address}: cannot be a file: write it from the root, with no dots")
    if kind.partition(";")[0] != PAGE:
        return address.removeprefix("/")
    return address.removeprefix("/") + ("index.html" if address.endswith("/") else ".html")
