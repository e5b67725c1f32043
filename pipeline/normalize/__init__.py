"""From cells and sentences as printed to facts on the common schema."""
