"""Small guaranteed loans (小额担保贷款): terms, interest, subsidy and guarantee."""
