"""Alembic's entry: runs the migrations on the connection that `webapp.database` hands in."""

from alembic import context

from webapp.database import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
