"""Makes the search index of an edition: records, their base forms, and pagefind over them."""
