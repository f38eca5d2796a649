"""Income tax relief of entities spun off from state enterprises (主辅分离、辅业改制)."""
