"""The interest subsidy on small guaranteed loans (小额担保贷款财政贴息)."""
