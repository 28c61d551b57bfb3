"""Long runs: what only shows after minutes, on a slow phone, or when something breaks."""
