"""The parts of `make bench`: who is measured, the figures, memory, accuracy, and how they are printed."""
