# The everyday recipes. `./run` and `./test` need none of them; each assumes that one of the two has run once.
bin := .venv/bin

.PHONY: run test format lint types lock screens bench style pictures samples gallery words

run:       # set up what is missing, then serve
	./run
test:      # set up what is missing, then check everything
	./test
format:    # lay out the Python code
	$(bin)/ruff format . && $(bin)/ruff check --fix .
lint:      # the quick gates: style and the arrows between the rooms
	$(bin)/ruff check . && $(bin)/ruff format --check . && $(bin)/lint-imports --no-logo
types:     # both languages
	$(bin)/mypy && PATH="$(CURDIR)/$(bin):$$PATH" npm run --silent check
lock:      # the newest versions, with their hashes
	bash scripts/lock.sh
screens:   # the pictures of the README, from a real session
	$(bin)/python scripts/screens.py
words:     # the French words of the pages: drops what no page says, lists what has no French yet
	$(bin)/python -m scripts.words
gallery:   # pictures of every screen, in both languages, from real sessions; takes a quarter of an hour
	$(bin)/python -m scripts.gallery
bench:     # speed and size; never part of the tests
	$(bin)/python -m benchmarks
style:     # the style page, on this machine: every piece and every screen in every state
	$(bin)/python -m tests.client.style
pictures:  # take anew the pictures that tests compare; look at them before they are committed
	PICTURES=renew $(bin)/python -m pytest -q tests/client/test_looks.py tests/client/style
samples:   # the sample documents of docs/samples/; look at them before they are committed
	$(bin)/python -m scripts.samples
