"""The commands that stand beside the app. Each module is loaded when one of its commands is run."""
