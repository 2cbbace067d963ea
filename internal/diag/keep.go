package diag

import "encoding/json"

// kept is a Diagnostic that can be written down.
type kept struct {
	ID       string
	Severity Severity
	Pos      Pos
	Message  keptMessage
	Hint     keptMessage
	Related  []keptRelated
	Swap     Swap
	Fix      string
}

type keptRelated struct {
	Pos  Pos
	Note keptMessage
}

type keptMessage struct {
	Key  string
	Args []keptArg
}

// keptArg is an argument with its type.
type keptArg struct {
	Type    string
	Text    string       `json:",omitempty"`
	N       int64        `json:",omitempty"`
	Texts   []string     `json:",omitempty"`
	Message *keptMessage `json:",omitempty"`
}

// Encode writes diagnostics for a cache. It is false when an argument is of a
// type that it does not know.
func Encode(ds []Diagnostic) ([]byte, bool) {
	known := true
	all := make([]kept, len(ds))
	for i, d := range ds {
		k := kept{ID: d.ID, Severity: d.Severity, Pos: d.Pos, Swap: d.Swap, Fix: d.Fix}
		k.Message, k.Hint = keep(d.Message, &known), keep(d.Hint, &known)
		for _, r := range d.Related {
			k.Related = append(k.Related, keptRelated{r.Pos, keep(r.Message, &known)})
		}
		all[i] = k
	}
	b, err := json.Marshal(all)
	return b, known && err == nil
}

func keep(m Message, known *bool) keptMessage {
	k := keptMessage{Key: m.Key}
	for _, arg := range m.Args {
		switch v := arg.(type) {
		case string:
			k.Args = append(k.Args, keptArg{Type: "text", Text: v})
		case int:
			k.Args = append(k.Args, keptArg{Type: "int", N: int64(v)})
		case int64:
			k.Args = append(k.Args, keptArg{Type: "int64", N: v})
		case []string:
			k.Args = append(k.Args, keptArg{Type: "texts", Texts: v})
		case Term:
			k.Args = append(k.Args, keptArg{Type: "term", Text: string(v)})
		case Counted:
			k.Args = append(k.Args, keptArg{Type: "counted", N: int64(v.N), Text: string(v.Word)})
		case Message:
			inner := keep(v, known)
			k.Args = append(k.Args, keptArg{Type: "message", Message: &inner})
		default:
			*known = false
		}
	}
	return k
}

// Decode reads diagnostics back; false for anything that Encode did not write.
func Decode(b []byte) ([]Diagnostic, bool) {
	var all []kept
	if json.Unmarshal(b, &all) != nil {
		return nil, false
	}
	known := true
	ds := make([]Diagnostic, len(all))
	for i, k := range all {
		ds[i] = Diagnostic{ID: k.ID, Severity: k.Severity, Pos: k.Pos, Swap: k.Swap, Fix: k.Fix}
		ds[i].Message, ds[i].Hint = k.Message.message(&known), k.Hint.message(&known)
		for _, r := range k.Related {
			ds[i].Related = append(ds[i].Related, Related{r.Pos, r.Note.message(&known)})
		}
	}
	return ds, known
}

func (k keptMessage) message(known *bool) Message {
	m := Message{Key: k.Key}
	for _, a := range k.Args {
		switch {
		case a.Type == "text":
			m.Args = append(m.Args, a.Text)
		case a.Type == "int":
			m.Args = append(m.Args, int(a.N))
		case a.Type == "int64":
			m.Args = append(m.Args, a.N)
		case a.Type == "texts":
			m.Args = append(m.Args, a.Texts)
		case a.Type == "term":
			m.Args = append(m.Args, Term(a.Text))
		case a.Type == "counted":
			m.Args = append(m.Args, Counted{N: int(a.N), Word: Term(a.Text)})
		case a.Type == "message" && a.Message != nil:
			m.Args = append(m.Args, a.Message.message(known))
		default:
			*known = false
		}
	}
	return m
}
