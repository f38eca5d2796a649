"""The methods of a bureau, one module for each desk (经办窗口)."""
