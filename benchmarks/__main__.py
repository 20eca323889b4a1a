"""Everything that is measured, one after the other: `python -m benchmarks`."""

from benchmarks import live, paper


def main() -> None:
    """Print both tables."""
    live.main([])
    paper.main()


if __name__ == "__main__":
    main()
