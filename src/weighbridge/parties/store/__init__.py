"""Where lists, screenings and judgements are kept: SQLite in one file, or PostgreSQL."""
