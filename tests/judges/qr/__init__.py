"""QR codes, read by a scanner that is not ours."""
