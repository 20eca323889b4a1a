"""An engine for experimentation workshops: a format file drives a live session, and what happened is documented."""
