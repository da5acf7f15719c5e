"""Records to something one can print, keep or hand over. Each report is a module of its own, loaded late."""
