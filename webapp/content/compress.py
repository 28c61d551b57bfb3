"""The shape of cold and heat on the skin: how long, when to look, for whom not, what is known."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from webapp.content.limits import Limit
from webapp.content.model import Model, Slug
from webapp.content.schema import Claim, Reviewed, Text

Lines = Annotated[tuple[Text, ...], Field(min_length=1)]


class Compress(Model):
    """Cold or heat on the low back, in rounds.

    A round takes `usual` minutes, by choice up to `longest`; `checks` are when one looks at the
    skin, `answer` is for how long that is asked before no answer counts as no, `gap` is how long
    the skin then rests. `first` is for how long after the pain began it is suggested, `swelling`
    how long it is left out after a strain that swells, `warmest` what the skin may feel at most.

    `known` is what is known of it, for whoever chooses; `never` and `ask_first` are asked before
    each round, `during` stands large beside the start.
    """

    slug: Literal["cold", "heat"]
    title: Text
    choice: Text
    suits: Text
    picture: Slug
    usual: Limit
    longest: Limit
    checks: Annotated[tuple[Limit, ...], Field(min_length=1)]
    answer: Limit
    gap: Limit
    first: Limit | None = None
    swelling: Limit | None = None
    warmest: Limit | None = None
    never: Lines
    ask_first: Lines
    setup: Annotated[tuple[Text, ...], Field(min_length=3)]
    during: Annotated[
        tuple[Annotated[Text, StringConstraints(max_length=40)], ...], Field(min_length=2)
    ]
    signs: Lines
    after: Lines
    not_usual: Lines
    bottle: tuple[Text, ...] = ()
    known: Annotated[tuple[Claim, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed
