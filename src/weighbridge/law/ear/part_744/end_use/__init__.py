"""End uses and end users that part 744 licenses wherever the Commerce Control List stands."""
