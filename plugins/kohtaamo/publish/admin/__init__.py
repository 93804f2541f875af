"""Editing by form, for networks that switch it on: `/admin/`, made from the schema."""
