// Package tree reads YAML and TOML into one form: a tree whose every key and
// value knows its place in the file.
//
// Scalars stay the text that the editor wrote ("NO", "00185", "4.0") until a
// schema says what they are. What the two notations allow beyond plain data
// (anchors, aliases, tags, merge keys, several documents, deep nesting) is
// refused, and so are keys written twice.
package tree

import (
	"slices"

	"dossier/internal/diag"
)

// MaxDepth is how deep values may nest; front matter needs four levels.
const MaxDepth = 8

// Kind tells the three shapes of a Node apart.
type Kind uint8

// The shapes of a Node.
const (
	Scalar Kind = iota
	List
	Map
)

// Node is a value with its place.
type Node struct {
	Kind   Kind
	Value  string // of a scalar: as written, without its quotes
	Quoted bool   // of a scalar: the editor said that it is text
	Null   bool   // of a scalar: nothing was written
	Pos    diag.Pos
	Items  []*Node
	Fields []Field
}

// Field is an entry of a map.
type Field struct {
	Key   string
	Pos   diag.Pos // of the key
	Value *Node
}

// Get returns the value of a key, nil when there is none.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, f := range n.Fields {
		if f.Key == key {
			return f.Value
		}
	}
	return nil
}

// Equal reports whether two values say the same, wherever they stand and in
// whatever order their keys are.
func Equal(a, b *Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || a.Value != b.Value || a.Null != b.Null || len(a.Fields) != len(b.Fields) {
		return false
	}
	if !slices.EqualFunc(a.Items, b.Items, Equal) {
		return false
	}
	for _, f := range a.Fields {
		other := b.Get(f.Key)
		if other == nil || !Equal(f.Value, other) {
			return false
		}
	}
	return true
}

// add appends an entry to a map and reports a key that is there already.
func (n *Node) add(f Field) (diag.Diagnostic, bool) {
	for _, old := range n.Fields {
		if old.Key == f.Key {
			return diag.At(f.Pos, "duplicate-key", f.Key).
				WithHint("hint.delete-one").
				Also(old.Pos, "see.first"), false
		}
	}
	n.Fields = append(n.Fields, f)
	return diag.Diagnostic{}, true
}
