"""What the agency says that it enforces: the texts of the enforced track."""
