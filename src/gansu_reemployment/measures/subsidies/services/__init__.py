"""Training and job-placement subsidies (再就业培训补贴、职业介绍补贴)."""
