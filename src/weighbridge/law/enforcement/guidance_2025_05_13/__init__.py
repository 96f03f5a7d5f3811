"""The three papers of guidance of 13 May 2025."""
