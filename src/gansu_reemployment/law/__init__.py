"""How law is written down: documents, citations, dated rows. Knows no measure."""
