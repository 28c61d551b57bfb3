"""Long runs of the player: what only shows after minutes, or on a slow phone."""
