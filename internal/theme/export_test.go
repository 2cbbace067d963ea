package theme

// Assets returns the files to publish with their bytes, by path.
func (t *Theme) Assets() []Asset {
	var all []Asset
	for _, f := range t.facts.Assets {
		all = append(all, t.assets()[f.Name])
	}
	return all
}
