"""Who owns a party, brought to the law: facts for a determination, and the affiliates rule on each track."""
