"""Bad files, bad folders, bad luck: each made here, small, and free of anybody's licence."""
