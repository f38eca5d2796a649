"""Older hard-to-employ persons: the “4050” classification (大龄就业困难对象，“4050”人员)."""
