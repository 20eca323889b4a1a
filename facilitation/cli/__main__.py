"""`python -m facilitation.cli`, for a place where the command itself is not installed."""

from facilitation.cli import main

if __name__ == "__main__":
    main()
