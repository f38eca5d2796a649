"""The three security lines (三条保障线): which of them secures a person, and their levels."""
