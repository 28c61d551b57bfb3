"""Figures: a body that moves truly, from poses in clinical words to a few kilobytes of SVG.

Baked once by the build (`baking`), served as files (`served`). The engine and its numpy are needed
only for baking.
"""
