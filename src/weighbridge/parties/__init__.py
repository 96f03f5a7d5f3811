"""Lists, names, matching, judgement; ownership, ultimate parent, headquarters."""
