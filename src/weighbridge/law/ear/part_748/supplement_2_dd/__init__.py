"""Supplement No. 2 to part 748, paragraph (dd): what an application for review case by case holds."""
