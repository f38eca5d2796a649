"""The post subsidy (岗位补贴)."""
