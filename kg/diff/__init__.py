"""What two graphs differ in: as statements, and in sentences for people.

    sides.opened(old, new, ...)      both sides as files of sorted lines, whatever they are
    lines.changes(old, new)          the statements that only one of them has, as lines
    comparing.compare(old, new, …)   a Difference (``model``): sentences in groups, with totals

Nothing is held in memory but what differs: two graphs are two sorted files, walked side by side.
The modules are imported one by one, as the process that reads a file needs few of them.
"""
