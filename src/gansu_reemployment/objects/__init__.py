"""The common parts of the library's objects (对象): immutable tables, copies."""
