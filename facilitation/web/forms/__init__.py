"""What people fill in: one file per noun. The token against forged requests is checked for the whole app, not here."""
