"""Writes down what every stored query finds first now: look at each difference before a commit."""

from __future__ import annotations

import tempfile

import yaml

from tests.search.ranking import first_found
from tests.search.test_queries import QUERIES, TOP, stored
from webapp import create_app
from webapp.config import read
from webapp.locales import LANGUAGES


def main() -> None:
    with tempfile.TemporaryDirectory() as instance:
        client = create_app(read({"LIMBER_INSTANCE": instance})).test_client()
        for language in LANGUAGES:
            queries = stored(language)
            found = first_found(client, language, [each["typed"] for each in queries], TOP)
            for each, top in zip(queries, found, strict=True):
                each["top"] = top
                if missed := set(each["wanted"]) - set(top):
                    print(f"{language.tag}: {each['typed']}: not among {', '.join(top)}: {missed}")
            text = yaml.safe_dump(
                queries, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None
            )
            (QUERIES / f"{language.tag}.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
