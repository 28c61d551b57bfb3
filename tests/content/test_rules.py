"""Each rule of meaning has a good and a bad example, and says of the bad one what to do."""

from __future__ import annotations

from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from webapp.content import library, rules
from webapp.content.compress import Compress
from webapp.content.hydration import Hydration
from webapp.content.learn import Article, Lesson
from webapp.content.reading import PlainLoader
from webapp.content.safety import Cramp, Question, Result
from webapp.content.schema import Corrections, Emergency, Exercise, Numbers, Picture, Routine
from webapp.content.synonyms import Synonyms
from webapp.content.water import Band, Rewarming

EXAMPLES = Path(__file__).with_name("examples")

BIRD_DOG = library.english().exercises["bird-dog"].model_dump(mode="json", exclude_none=True)
PICTURE = library.english().pictures["cold-pack-prone"].model_dump(mode="json", exclude_none=True)
WARM_UP = library.english().routines["cold-water-10"].model_dump(mode="json", exclude_none=True)
QUESTION = library.english().questions["weeks"].model_dump(mode="json", exclude_none=True)
RESULT = library.english().results["weeks"].model_dump(mode="json", exclude_none=True)
BAND = library.english().bands["12-15"].model_dump(mode="json", exclude_none=True)
REWARMING = library.english().rewarm["after-cold-water"].model_dump(mode="json", exclude_none=True)
HEAT = library.english().compresses["heat"].model_dump(mode="json", exclude_none=True)
LESSON = library.english().lessons["causes"].model_dump(mode="json", exclude_none=True)
DRINKS = library.english().hydration["drinks"].model_dump(mode="json", exclude_none=True)
CRAMP = library.english().cramps["land"].model_dump(mode="json", exclude_none=True)


def test_each_rule_has_its_examples() -> None:
    assert [path.stem for path in sorted(EXAMPLES.glob("*.yaml"))] == rules.NAMES


@pytest.mark.parametrize("rule", rules.NAMES)
def test_the_good_example_passes(rule: str) -> None:
    assert faults(rule, example(rule)["good"]) == []


@pytest.mark.parametrize("rule", rules.NAMES)
def test_the_bad_example_is_refused_with_what_to_do(rule: str) -> None:
    for bad in example(rule)["bad"]:
        assert bad["fault"] in faults(rule, bad), faults(rule, bad)


def example(rule: str) -> Any:
    return yaml.load((EXAMPLES / f"{rule}.yaml").read_text("utf-8"), PlainLoader)


def faults(rule: str, changes: Any) -> list[str]:
    """What the rule says of our content with these changes to one item of each kind."""
    real = library.english()
    exercise = Exercise.model_validate_json(_json(BIRD_DOG, changes.get("exercise", {})))
    routine = Routine.model_validate_json(_json(WARM_UP, changes.get("routine", {})))
    picture = Picture.model_validate_json(_json(PICTURE, changes.get("picture", {})))
    question = Question.model_validate_json(_json(QUESTION, changes.get("question", {})))
    result = Result.model_validate_json(_json(RESULT, changes.get("result", {})))
    cramp = Cramp.model_validate_json(_json(CRAMP, changes.get("cramp", {})))
    band = Band.model_validate_json(_json(BAND, changes.get("band", {})))
    rewarming = Rewarming.model_validate_json(_json(REWARMING, changes.get("rewarming", {})))
    compress = Compress.model_validate_json(_json(HEAT, changes.get("compress", {})))
    drinks = Hydration.model_validate_json(_json(DRINKS, changes.get("hydration", {})))
    lesson = Lesson.model_validate_json(_json(LESSON, changes.get("lesson", {})))
    emergency = Emergency.model_validate_json(
        _json({"regions": changes.get("emergency", [])}, {})
    ).regions
    changed = library.Library(
        exercises={**real.exercises, exercise.slug: exercise},
        routines={**real.routines, routine.slug: routine},
        sources=real.sources,
        pictures={**real.pictures, picture.slug: picture},
        questions={**real.questions, question.slug: question},
        results={**real.results, result.slug: result},
        cramps={**real.cramps, cramp.slug: cramp},
        bands=dict(
            sorted({**real.bands, band.slug: band}.items(), key=lambda each: each[1].number)
        ),
        limits=real.limits,
        rewarm={rewarming.slug: rewarming},
        compresses={**real.compresses, compress.slug: compress},
        hydration={drinks.slug: drinks},
        water=real.water,
        lessons={**real.lessons, lesson.slug: lesson},
        synonyms={"en": Synonyms.model_validate_json(_json({}, changes.get("synonyms", {})))},
        article=Article.model_validate_json(
            _json({"sentences": changes.get("sentences", [])}, {})
        ).sentences,
        numbers=Numbers(numbers={**real.numbers, **changes.get("numbers", {})}).numbers,
        corrections=Corrections.model_validate_json(
            _json({"corrections": changes.get("corrections", [])}, {})
        ).corrections,
        emergency={**real.emergency, **{each.region: each for each in emergency}},
        files=real.files,
    )
    return [str(fault) for fault in import_module(f"webapp.content.rules.{rule}").check(changed)]


def _json(item: dict[str, Any], changes: dict[str, Any]) -> str:
    import json

    return json.dumps({**deepcopy(item), **changes})
