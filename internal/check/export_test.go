package check

// Parse is what the independent parser finds of what Scan looks for.
func Parse(page []byte) Page { return parse("page.html", page).page() }
