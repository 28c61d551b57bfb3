"""Before every massage stands on whom and where it is not done, and what that rests on."""

from __future__ import annotations

from dataclasses import replace

from webapp.content import library, massage, needs

ENGLISH = library.english()
MOVEMENT = ENGLISH.exercises["bird-dog"]
MASSAGE = MOVEMENT.model_copy(update={"purpose": ("massage",)})
WITH_MASSAGE = replace(ENGLISH, exercises={**ENGLISH.exercises, "bird-dog": MASSAGE})
BEFORE = ENGLISH.massage["self-massage"].before


def test_what_is_no_massage_says_nothing_of_it() -> None:
    assert massage.before([MOVEMENT], ENGLISH) == ()
    assert massage.claims(MOVEMENT, ENGLISH) == MOVEMENT.claims


def test_cold_comes_before_all_else() -> None:
    assert BEFORE[0].startswith("Cold, shivering or numb after cold water")


def test_one_massage_among_others_is_enough() -> None:
    assert massage.before([MOVEMENT, MASSAGE, MASSAGE], ENGLISH) == BEFORE
    rests_on = ENGLISH.massage["self-massage"].claims
    assert massage.claims(MASSAGE, ENGLISH) == (*MOVEMENT.claims, *rests_on)


def test_a_routine_says_it_after_its_own() -> None:
    routine = ENGLISH.routines["cold-water-10"]
    assert needs.of_routine(routine, ENGLISH) == routine.before
    assert needs.of_routine(routine, WITH_MASSAGE) == (*routine.before, *BEFORE)


def test_a_composed_one_says_it_too() -> None:
    for need in needs.NEEDS:
        without = needs.of(need, ENGLISH, [MOVEMENT]).before
        assert needs.of(need, ENGLISH, [MOVEMENT, MASSAGE]).before == (*without, *BEFORE)
