"""What somebody typed and was refused is kept no longer beside the refusal: words on paper end there by mistake."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Take them out."""
    receipts = sa.table("receipts", sa.column("reason", sa.Text()), sa.column("detail", sa.Text()))
    typed = sa.or_(receipts.c.detail.like('%"typed"%'), receipts.c.detail.like('%"value"%'))
    op.execute(sa.update(receipts).where(typed).values(detail='{"typed":"…","value":"…"}'))
