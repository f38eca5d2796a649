"""Relief deducted in order up to a yearly limit (限额依次扣减), second regime."""
