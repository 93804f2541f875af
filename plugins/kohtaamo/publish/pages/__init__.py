"""The pages: views that say what a page shows, and the templates that show it."""
