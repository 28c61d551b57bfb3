"""The shape of the pages to learn from, and of what Limber makes of the article behind it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from webapp.content.model import Model, Slug
from webapp.content.schema import Claim, Grade, Purpose, Reviewed, SourceId, Text

# A page of Limber by its address after the language, such as `check/result/strain`.
PageAddress = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
SHA_256 = r"^[0-9a-f]{64}$"


class Section(Model):
    """A part of a lesson: sentences that explain, then what is claimed."""

    heading: Text
    text: tuple[Text, ...] = ()
    claims: tuple[Claim, ...] = ()


class Stance(Model):
    """What one guideline says where guidelines disagree."""

    who: Text
    says: Text
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Contrast(Model):
    """What the article says, in our words, and what Limber says instead, graded like a claim."""

    says: Text
    instead: Text
    grade: Grade
    against: bool = False
    from_general_knowledge: bool = False
    sources: tuple[SourceId, ...] = ()


class Related(Model):
    """Where one can go on from a lesson: what one can do, and pages.

    Each of them leads back to the lesson, and so do exercises of its `purposes`; those with a name
    of their tradition only where `tradition` says so.
    """

    exercises: tuple[Slug, ...] = ()
    routines: tuple[Slug, ...] = ()
    pages: tuple[PageAddress, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    tradition: bool = False


class Lesson(Model):
    """A page to learn from: a cause, or something that is done about a sore back.

    `ask` are questions to a clinician.
    """

    slug: Slug
    title: Text
    summary: Text
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    disagree: tuple[Stance, ...] = ()
    article: Annotated[tuple[Contrast, ...], Field(min_length=1)]
    ask: tuple[Text, ...] = ()
    warn: tuple[Claim, ...] = ()
    related: Related
    reviewed: Reviewed

    @model_validator(mode="after")
    def _disagrees_with_somebody(self) -> Self:
        if len(self.disagree) == 1:
            raise ValueError("disagree: name two who differ, or leave it out")
        return self


class Sentence(Model):
    """One sentence of the article: never its words, but their digest and our paraphrase.

    `sha256` is that of the sentence in UTF-8, split as `tests/content/sentences.py` does it;
    `where` are the pages that deal with it. `form` has nothing to judge: a heading, a number.
    """

    number: Annotated[int, Field(ge=1)]
    sha256: Annotated[str, StringConstraints(pattern=SHA_256)]
    heading: bool = False
    says: Text
    verdict: Literal["kept", "softened", "corrected", "left out", "form"]
    grade: Grade | Literal["none"]
    against: bool = False
    from_general_knowledge: bool = False
    sources: tuple[SourceId, ...] = ()
    instead: Text | None = None
    where: tuple[PageAddress, ...] = ()

    @model_validator(mode="after")
    def _judges_what_can_be_judged(self) -> Self:
        is_form = self.verdict == "form"
        if is_form != (self.instead is None) or is_form != (self.grade == "none"):
            raise ValueError("only what is form has no grade, and nothing instead")
        return self


class Article(Model):
    """Every sentence of the article, in order."""

    sentences: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _has_no_gap(self) -> Self:
        for number, sentence in enumerate(self.sentences, start=1):
            if sentence.number != number:
                raise ValueError(f"sentences: number them without a gap; {number} is missing")
        return self
