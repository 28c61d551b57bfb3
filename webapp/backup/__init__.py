"""Backup: the database and the push key of an instance in one file, and back again."""
