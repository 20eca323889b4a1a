"""A short list as one column keeps it: an item a line."""


def listed(lines: str) -> tuple[str, ...]:
    """The items of a list that was written an item a line."""
    return tuple(item for line in lines.splitlines() if (item := line.strip()))


def joined(items: tuple[str, ...]) -> str:
    """The same list, an item a line."""
    return "\n".join(items)
