"""Short documents about personal data, made from the protocol: sheet, processing register, impact assessment."""
