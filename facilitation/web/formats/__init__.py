"""Workshop formats on the site of the team: found, read, copied, written."""
