"""Local rules in a file (地方规定文件): read, tables and written form."""
