package plan

// Rekey computes an output's key and its parts anew.
func Rekey(o Output, in Inputs) Output { return in.Keyed(o) }
