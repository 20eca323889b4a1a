"""HTML becomes paper: a page of HTML, a tagged PDF. It knows nothing of what the page tells."""
