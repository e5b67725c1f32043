"""`make bench-detection`: reports that are right throughout, known slips put into them, and what the program makes of these."""
