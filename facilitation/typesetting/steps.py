"""In how many steps the process that draws says how far it is."""

STEPS = 8
"""Reading the page, the seven steps that WeasyPrint names, and handing over."""
