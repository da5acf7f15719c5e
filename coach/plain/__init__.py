"""The same Coach line by line, for screen readers, simple terminals and people who prefer it."""
