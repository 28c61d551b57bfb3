"""What happens to a Limber, done to a real one: one module a fault, each with its bars."""
