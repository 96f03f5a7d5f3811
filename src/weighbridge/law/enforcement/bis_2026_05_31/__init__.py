"""What the guidance of 31 May 2026 says of headquarters."""
