"""Screening lists: reading them in the layouts in which they are published, fetching them, telling versions apart."""
