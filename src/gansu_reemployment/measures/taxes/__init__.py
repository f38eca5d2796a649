"""Tax and fee relief (税费减免): the amounts due, and their relief."""
