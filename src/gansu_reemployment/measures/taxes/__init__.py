"""Tax and fee relief (税费减免): what is owed, and what is let off."""
