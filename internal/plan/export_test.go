package plan

// Rekey computes an output's key and its parts anew.
func Rekey(o Output, in Inputs) Output {
	p := &planner{in: in}
	o.Parts = nil
	p.key(&o)
	return o
}
