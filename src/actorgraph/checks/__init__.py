"""Rules over a whole data set, one file each. None yet: what reading finds is told by decode and load."""
