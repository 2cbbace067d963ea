package theme

import (
	"maps"
	"slices"
	"text/template/parse"
)

// uses is what a template names of the rest of the theme.
type uses struct {
	partials []*parse.TemplateNode
	messages []*parse.StringNode // ids of t
	assets   []*parse.StringNode // names for asset
	inlines  []*parse.StringNode // names for inline
	main     []*parse.IdentifierNode
	counts   bool // a message is given a count, so that its plural forms matter
}

func usesOf(t *parse.Tree) uses {
	var u uses
	inspect(t.Root, func(n parse.Node) {
		switch n := n.(type) {
		case *parse.TemplateNode:
			u.partials = append(u.partials, n)
		case *parse.IdentifierNode:
			if n.Ident == "main" {
				u.main = append(u.main, n)
			}
		case *parse.CommandNode:
			u.call(n)
		}
	})
	return u
}

// call takes down the constant that a function is given first.
func (u *uses) call(cmd *parse.CommandNode) {
	if len(cmd.Args) < 2 {
		return
	}
	function, named := cmd.Args[0].(*parse.IdentifierNode)
	constant, ok := cmd.Args[1].(*parse.StringNode)
	if !named || !ok {
		return
	}
	switch function.Ident {
	case "t":
		u.messages = append(u.messages, constant)
		u.counts = u.counts || slices.ContainsFunc(cmd.Args, isCount)
	case "asset":
		u.assets = append(u.assets, constant)
	case "inline":
		u.inlines = append(u.inlines, constant)
	}
}

func isCount(n parse.Node) bool {
	s, ok := n.(*parse.StringNode)
	return ok && s.Text == "count"
}

// inspect visits a node and all below it, in the order of the text.
func inspect(n parse.Node, visit func(parse.Node)) {
	visit(n)
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			inspect(child, visit)
		}
	case *parse.ActionNode:
		inspect(n.Pipe, visit)
	case *parse.TemplateNode:
		if n.Pipe != nil {
			inspect(n.Pipe, visit)
		}
	case *parse.IfNode:
		inspectBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		inspectBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		inspectBranch(&n.BranchNode, visit)
	case *parse.PipeNode:
		for _, cmd := range n.Cmds {
			inspect(cmd, visit)
		}
	case *parse.CommandNode:
		for _, arg := range n.Args {
			inspect(arg, visit)
		}
	case *parse.ChainNode:
		inspect(n.Node, visit)
	}
}

func inspectBranch(b *parse.BranchNode, visit func(parse.Node)) {
	inspect(b.Pipe, visit)
	inspect(b.List, visit)
	if b.ElseList != nil {
		inspect(b.ElseList, visit)
	}
}

// reach returns the templates that the named ones lead to, themselves among
// them, in the order of their names.
func (set sources) reach(names ...string) []*source {
	seen := map[string]*source{}
	var follow func(name string)
	follow = func(name string) {
		s := set[name]
		if s == nil || seen[name] != nil {
			return
		}
		seen[name] = s
		for _, p := range s.uses.partials {
			follow(p.Name)
		}
	}
	for _, name := range names {
		follow(name)
	}
	return ordered(seen)
}

func ordered(set sources) []*source {
	var all []*source
	for _, name := range slices.Sorted(maps.Keys(set)) {
		all = append(all, set[name])
	}
	return all
}

// texts are the distinct constants, in order.
func texts(nodes []*parse.StringNode) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, n.Text)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
