"""Assessment of places (考核): points by item, ranks and bands."""
