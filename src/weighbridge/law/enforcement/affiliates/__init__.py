"""What is enforced of the affiliates rule where its status is uncertain."""
