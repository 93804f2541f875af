"""What a search finds: a record for each thing that people may look for, in each language."""
