"""Tables that ship with the library (数据表), and their readers."""
