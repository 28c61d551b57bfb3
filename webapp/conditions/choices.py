"""What can apply to a person; `static/js/shared/conditions.js` keeps what was ticked."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.wording import CONDITIONS

# What exercises carry cautions for.
MOVEMENT = CONDITIONS
# Where a doctor decides first about drinking (evidence §5) or about exercises (evidence §10).
HEALTH = {
    "under-18": _l("Under 18"),
    "recent-operation": _l("Recently operated on"),
    "nerve": _l("A nerve disease"),
    "blood-pressure": _l("High blood pressure, or told to eat little salt"),
    "kidney-liver": _l("Kidney or liver disease"),
    "diabetes": _l("Diabetes"),
    "adrenal": _l("A disease of the adrenal glands"),
    "low-sodium": _l("Too little sodium in the blood, also in the past"),
    "medicines": _l(
        "Water tablets (diuretics), lithium, ACE inhibitors or ARBs, SSRIs, desmopressin or "
        "steroids"
    ),
    "frail": _l("Frail or of older age"),
    "eating-disorder": _l("An eating disorder"),
}
NAMES = {**MOVEMENT, **HEALTH}
# With these, a doctor comes before any exercise (evidence §10).
DOCTOR_FIRST = {
    *("pregnant", "under-18", "recent-operation", "heart", "kidney-liver", "osteoporosis"),
    *("nerve", "blood-pressure"),
}
# With these, a doctor decides first how much to drink (evidence §5).
DRINKS_DOCTOR_FIRST = (
    *("heart", "kidney-liver", "blood-pressure", "medicines", "low-sodium", "adrenal"),
    *("diabetes", "pregnant", "under-18", "frail", "eating-disorder"),
)
