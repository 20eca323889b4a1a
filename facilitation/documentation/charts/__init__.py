"""Charts as SVG: bars, lines, spreads of numbers, planned beside actual time."""

from facilitation.documentation.charts.bars import Bar, bars
from facilitation.documentation.charts.drawing import fitted
from facilitation.documentation.charts.line import line
from facilitation.documentation.charts.map import Placed, map_chart
from facilitation.documentation.charts.picture import picture
from facilitation.documentation.charts.spread import Strip, strips
from facilitation.documentation.charts.stacked import Parted, stacked
from facilitation.documentation.charts.timeline import timeline_chart

__all__ = [
    "Bar",
    "Parted",
    "Placed",
    "Strip",
    "bars",
    "fitted",
    "line",
    "map_chart",
    "picture",
    "stacked",
    "strips",
    "timeline_chart",
]
