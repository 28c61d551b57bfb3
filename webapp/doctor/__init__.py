"""Doctor: what is well with an installation, and what is not with its remedy; changes nothing."""
