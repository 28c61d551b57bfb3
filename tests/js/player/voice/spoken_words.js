// What `webapp/player/spoken.py` hands over in English, shorter.

/** @type {import("../../../../static/js/player/voice/doses.js").Spoken} */
export const ENGLISH = {
  tag: "en",
  words: {
    step: "%(name)s. %(dose)s.",
    next: "Next: %(name)s. %(dose)s.",
    part: "%(name)s. %(cue)s",
    lengthEach: "%(length)s on each side",
    minutesAndSeconds: "%(minutes)s and %(seconds)s",
    firstSide: "First side.",
    otherSide: "The other side.",
    switch: "Switch sides.",
    restSet: "Rest. Then set %(n)s of %(total)s.",
    restRound: "Rest. Then round %(n)s of %(total)s.",
    half: "Halfway.",
    takeCare: "Take care. %(text)s Tap “Go on” when you are ready.",
    ownTime: "In your own time: %(dose)s. Tap “Done” when you have done them all.",
    end: "The session is over.",
  },
  plurals: {
    seconds: { one: "%(count)s second", other: "%(count)s seconds" },
    minutes: { one: "%(count)s minute", other: "%(count)s minutes" },
    sets: { one: "%(dose)s, %(count)s set", other: "%(dose)s, %(count)s sets" },
  },
};

/** @param {string} much */
export function manner(much, speed = 1) {
  return { spoken: ENGLISH, much, speed };
}
