"""Serves the style page on this machine (`make style`), from a house in memory that nothing outlives."""

import argparse

from facilitation.app import Config, create_app
from tests.client.style.page import with_style


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(prog="python -m tests.client.style", description=__doc__)
    parser.add_argument("--port", type=int, default=8010)
    port = parser.parse_args().port
    app = with_style(create_app(Config("sqlite://", hosts=(f"127.0.0.1:{port}", f"localhost:{port}"))))
    print(f"http://127.0.0.1:{port}/style", flush=True)
    app.run(port=port, threaded=False)


if __name__ == "__main__":
    main()
