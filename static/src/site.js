/** Comforts on the pages drawn by Jinja. */
