"""Validated learnings as a static site: pages that need no server, a feed, a table; nothing fetched from elsewhere."""

from facilitation.documentation.site.whole import site_files

__all__ = ["site_files"]
