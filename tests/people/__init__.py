"""Made-up people who live sixty days with Coach: `python -m tests.people` prints their diaries."""
