"""What the objects of the library have in common (对象): immutable tables, copies."""
