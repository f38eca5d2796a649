"""The social insurance subsidy (社会保险补贴)."""
