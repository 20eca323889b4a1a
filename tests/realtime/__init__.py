"""The fast door, spoken to over real sockets."""
