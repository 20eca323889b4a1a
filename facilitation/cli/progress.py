"""How far a rehearsal, a document or an archive has come: a bar on a terminal, quiet lines elsewhere."""

import sys
from types import TracebackType

import click


class Stages:
    """Told how many steps are over; says so on stderr, so that stdout holds results only."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._bar: click._termui_impl.ProgressBar[int] | None = None
        self._told = 0

    def __enter__(self) -> "Stages":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.__exit__(kind, error, trace)

    def over(self, done: int, of: int) -> None:
        """`done` of `of` steps are over."""
        if done <= self._told:
            return
        if sys.stderr.isatty():
            self._draw(done, of)
        else:
            click.echo(f"{self._title} {done}/{of}", err=True)
        self._told = done

    def _draw(self, done: int, of: int) -> None:
        if self._bar is None:
            self._bar = click.progressbar(length=of, label=self._title, file=sys.stderr, show_eta=False)
            self._bar.__enter__()
        self._bar.update(done - self._told)
