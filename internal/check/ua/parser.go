package ua

// parser builds objects from tokens.
type parser struct {
	lexer
	stack []object // values of the arrays and dictionaries that are open
	depth int
	names map[string]object // names met before, so that each is kept once
}

// maxNames is how many names are kept once.
const maxNames = 4096

// known is the object for a name.
func (p *parser) known(text []byte) object {
	if o, ok := p.names[string(text)]; ok {
		return o
	}
	n := name(text)
	if p.names != nil && len(p.names) < maxNames {
		p.names[string(n)] = n
	}
	return n
}

// maxDepth is how deep arrays and dictionaries may stand in each other.
const maxDepth = 64

// malformed says why bytes are no object.
type malformed string

func (m malformed) Error() string { return string(m) }

const (
	errDepth   malformed = "arrays and dictionaries stand in each other too deeply"
	errEnd     malformed = "it ends in the middle"
	errToken   malformed = "it has a token that means nothing"
	errPairs   malformed = "a dictionary is not made of names with values"
	errNothing malformed = "there is no object"
)

// object reads one object with what follows it: the token that ends it, "endobj"
// or "stream" in a file.
func (p *parser) object() (object, token, error) {
	base := len(p.stack)
	end, err := p.sequence()
	if err != nil {
		p.stack = p.stack[:base]
		return nil, end, err
	}
	items := p.stack[base:]
	p.stack = p.stack[:base]
	if len(items) != 1 {
		return nil, end, errNothing
	}
	return items[0], end, nil
}

// sequence pushes values until a token that is none: a closing bracket, a keyword
// or the end of the data.
func (p *parser) sequence() (token, error) {
	base := len(p.stack)
	for {
		t := p.next()
		switch t.kind {
		case tokEOF, tokArrayEnd, tokDictEnd:
			return t, nil
		case tokBad:
			return t, errToken
		case tokKeyword:
			if !p.word(t.text, base) {
				return t, nil
			}
		default:
			if err := p.value(t); err != nil {
				return t, err
			}
		}
	}
}

// word pushes what a keyword stands for; it is false for one that ends an object.
func (p *parser) word(text []byte, base int) bool {
	switch string(text) {
	case "R":
		n := len(p.stack)
		if n < base+2 {
			return false
		}
		num, ok1 := p.stack[n-2].(int)
		gen, ok2 := p.stack[n-1].(int)
		if !ok1 || !ok2 {
			return false
		}
		p.stack = append(p.stack[:n-2], ref{num, gen})
	case "true":
		p.stack = append(p.stack, true)
	case "false":
		p.stack = append(p.stack, false)
	case "null":
		p.stack = append(p.stack, nil)
	default:
		return false
	}
	return true
}

// value pushes the value that begins with a token.
func (p *parser) value(t token) error {
	var o object
	var err error
	switch t.kind {
	case tokInt:
		o = int(t.num)
	case tokReal:
		o = t.num
	case tokName:
		o = p.known(t.text)
	case tokString:
		o = str(t.text)
	case tokArray:
		o, err = p.array()
	case tokDict:
		o, err = p.dict()
	}
	if err != nil {
		return err
	}
	p.stack = append(p.stack, o)
	return nil
}

// inside reads values up to a closing bracket. Its caller takes them off the
// stack from base on.
func (p *parser) inside(closing tokenKind) (base int, err error) {
	base = len(p.stack)
	if p.depth == maxDepth {
		return base, errDepth
	}
	p.depth++
	end, err := p.sequence()
	p.depth--
	switch {
	case err != nil:
		return base, err
	case end.kind == tokEOF:
		return base, errEnd
	case end.kind != closing:
		return base, errToken
	}
	return base, nil
}

func (p *parser) array() (object, error) {
	base, err := p.inside(tokArrayEnd)
	if err != nil {
		return nil, err
	}
	a := make(array, len(p.stack)-base)
	copy(a, p.stack[base:])
	p.stack = p.stack[:base]
	return a, nil
}

// dict reads a dictionary after its opening brackets. An entry with the value
// null is left out (ISO 32000-1, 7.3.7).
func (p *parser) dict() (*dict, error) {
	base, err := p.inside(tokDictEnd)
	if err != nil {
		return nil, err
	}
	items := p.stack[base:]
	p.stack = p.stack[:base]
	if len(items)%2 != 0 {
		return nil, errPairs
	}
	entries := make([]entry, 0, len(items)/2)
	for i := 0; i < len(items); i += 2 {
		key, ok := items[i].(name)
		if !ok {
			return nil, errPairs
		}
		if items[i+1] != nil {
			entries = append(entries, entry{key, items[i+1]})
		}
	}
	d := newDict(entries)
	if twice(d) {
		p.flaws |= twiceKey
	}
	return d, nil
}

// twice asks whether a key stands in a dictionary more than once.
func twice(d *dict) bool {
	if d.index != nil {
		return len(d.index) < len(d.entries)
	}
	for i := range d.entries {
		for j := range i {
			if d.entries[i].key == d.entries[j].key {
				return true
			}
		}
	}
	return false
}
