"""The measures of the policy, one module each (政策措施)."""
