"""The regulations in their own order: one section, one folder. See `weighbridge.law.load` for how they are read."""
