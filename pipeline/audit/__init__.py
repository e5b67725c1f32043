"""What happens between the rules and the report: second readings, causes, decisions."""
