"""The printed packet: slips laid out on A6, four to a page, and everything else that lies on the tables."""
