"""From draft to publication: what stands in the way, who validates, which versions there are."""
