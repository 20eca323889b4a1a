"""The session as one audience sees it: boards, console, projector, timeline, outcome. Pure."""
