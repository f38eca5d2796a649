"""The guarantee fund (贷款担保基金): capacity, fee and losses."""
