"""Every group of keys, in the order a reader meets them."""

from facilitation.formats.schema.activities.boards import AXIS, BOARD, MAP, MARK
from facilitation.formats.schema.activities.charts import CHART
from facilitation.formats.schema.activities.choosing import CARRY, CHOOSE, VOTE
from facilitation.formats.schema.activities.computing import COMPUTE, COMPUTED
from facilitation.formats.schema.activities.grouping import ASSIGN, GROUPS
from facilitation.formats.schema.activities.questions import OPTION, QUESTION
from facilitation.formats.schema.activities.seeing import REVEAL, VISIBILITY
from facilitation.formats.schema.keys.blocks import REPEAT, TIMES, USE
from facilitation.formats.schema.keys.document import CHART_PART, LIST_PART, SECTION, TABLE_PART
from facilitation.formats.schema.keys.examples import EXAMPLE
from facilitation.formats.schema.keys.people import PARTICIPANTS, ROLE, TABLE, TREATMENT
from facilitation.formats.schema.keys.stages import GUIDE, HANDOUT, STAGE
from facilitation.formats.schema.keys.whole import CREDITS, FORMAT, ORIGIN, SETTING, SURVEY
from facilitation.formats.schema.talking import TURNS

RECORDS = (
    FORMAT,
    CREDITS,
    PARTICIPANTS,
    SETTING,
    TABLE,
    TREATMENT,
    ROLE,
    GROUPS,
    STAGE,
    REPEAT,
    TIMES,
    USE,
    ORIGIN,
    SURVEY,
    GUIDE,
    HANDOUT,
    QUESTION,
    OPTION,
    VISIBILITY,
    BOARD,
    REVEAL,
    AXIS,
    MAP,
    MARK,
    CARRY,
    CHOOSE,
    VOTE,
    COMPUTE,
    COMPUTED,
    ASSIGN,
    TURNS,
    CHART,
    SECTION,
    LIST_PART,
    TABLE_PART,
    CHART_PART,
    EXAMPLE,
)
"""Every group of keys of the language, in the order a reader meets them."""
