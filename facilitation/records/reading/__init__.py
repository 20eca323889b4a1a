"""People who took part read the document before it leaves the house: for how long, what they contest, who agrees."""

from facilitation.records.reading.objections import Objection, Said
from facilitation.records.reading.windows import Window

__all__ = ["Objection", "Said", "Window"]
