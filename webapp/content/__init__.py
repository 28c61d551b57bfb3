"""What an exercise, a routine, a claim and a source are; read once and proven."""
