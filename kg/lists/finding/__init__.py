"""Where on a page lists are, and the lines that only look like one."""
