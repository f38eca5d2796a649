"""The post subsidy (岗位补贴) and its cap."""
