"""Gansu's re-employment policy of 2002-2010 (甘肃省再就业政策) as exact, cited, explained rules."""
