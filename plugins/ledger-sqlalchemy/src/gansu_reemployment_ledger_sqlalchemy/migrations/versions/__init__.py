"""The migrations, one file each (各次升级)."""
