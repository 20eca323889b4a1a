"""The room without phones: what is printed, the page where slips are typed, counted hands, tables from elsewhere."""
