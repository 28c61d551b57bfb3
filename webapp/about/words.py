"""What the pages about Limber say of what was judged."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

VERDICTS = {
    "kept": _l("Kept"),
    "softened": _l("Said with less certainty"),
    "corrected": _l("Corrected"),
    # Translators: a statement of the article that Limber does not make
    "left out": _l("Left out"),
}
