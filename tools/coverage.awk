# Reads a profile of go test over several packages, in which every block stands once
# for each package that was tested, and prints the share of statements that any of
# them has run, by folder. Fails when one is below "least".
/^mode:/ { next }
{
	split($1, at, ":")
	n = split(at[1], part, "/")
	room[$1] = part[n - 1]
	size[$1] = $2
	if ($3 > 0) run[$1] = 1
}
END {
	for (block in size) {
		all[room[block]] += size[block]
		if (block in run) covered[room[block]] += size[block]
	}
	for (name in all) {
		share = 100 * covered[name] / all[name]
		printf "%-10s %5.1f %% of %d statements\n", name, share, all[name] | "sort"
		if (share < least) low = 1
	}
	close("sort")
	if (low) { print "less than " least " %"; exit 1 }
}
