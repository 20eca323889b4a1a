"""The site as a command makes it: without anybody signed in, and so with everything that is ready."""

from flask import Flask

from facilitation.records import experiments
from facilitation.web.doors import doors
from facilitation.web.learning_site.clearing import cleared, files_for


def published(app: Flask) -> dict[str, bytes]:
    """The files of the site; none where nothing is ready."""
    with app.test_request_context():
        every = [one.id for one in experiments.everything(doors().database)]
        ready = [one.experiment for one in cleared(every) if not one.obstacles]
        return files_for(ready) if ready else {}
