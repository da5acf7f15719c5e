"""The core: pure functions and values. No files, no clock, no chance, no drawing."""
