"""What a forge's workflows do beside building: contributions, comments, issues, Pages."""
