"""End uses and end users that part 744 prohibits without a license."""
