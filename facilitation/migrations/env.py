"""Alembic's way in: runs the migrations on the connection that `facilitation.database.migrate` hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
)
with context.begin_transaction():
    context.run_migrations()
