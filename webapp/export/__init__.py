"""Export: the whole app of a reader as files, for a CDN or a plain web server."""
