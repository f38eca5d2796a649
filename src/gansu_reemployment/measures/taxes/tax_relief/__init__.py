"""Tax relief of the first regime (税收减免，2003-2005年批准)."""
