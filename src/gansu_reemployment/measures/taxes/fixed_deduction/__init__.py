"""The two schemes of 2,000 yuan a person and year (定额扣减), first regime."""
