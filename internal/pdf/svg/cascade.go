package svg

import (
	"slices"
	"strings"
)

// declaration is a property and its value.
type declaration struct {
	name, value string
	important   bool
}

// cascade lists the declarations that hold for an element, each property once.
func (d *drawer) cascade(n *node) ([]declaration, error) {
	var list, later []declaration
	add := func(one declaration) {
		switch {
		case one.value == "":
		case one.important:
			later = append(later, one)
		default:
			list = override(list, one)
		}
	}
	for _, a := range n.attrs {
		if properties[a.name] != nil || asWritten[a.name] != nil {
			add(declaration{a.name, strings.TrimSpace(a.value), false})
		}
	}
	fromCSS, err := d.matched(n)
	if err != nil {
		return nil, err
	}
	if err := d.spend(n, len(fromCSS)*(1+len(list)+len(fromCSS))/8); err != nil {
		return nil, err
	}
	for _, one := range fromCSS {
		if n != d.doc.root && slices.Contains(geometric, one.name) {
			return nil, refuse(n, one.name+" in CSS")
		}
		add(one)
	}
	for _, one := range later {
		list = override(list, one)
	}
	return list, nil
}

// matched are the declarations of the rules for an element and of its style
// attribute, weakest first.
func (d *drawer) matched(n *node) ([]declaration, error) {
	var list []declaration
	who := identity{n.name, n.attr("id"), strings.Fields(n.attr("class")), n == d.doc.root}
	if err := d.spend(n, len(d.rules)*(1+len(who.classes))); err != nil {
		return nil, err
	}
	for _, r := range d.rules {
		if !r.matches(who) {
			continue
		}
		if err := d.spend(n, len(r.declarations)); err != nil {
			return nil, err
		}
		list = append(list, r.declarations...)
	}
	if own := n.attr("style"); own != "" {
		list = append(list, declarations(withoutComments(own))...)
	}
	return list, nil
}

// override adds a declaration in place of an earlier one of the same property.
func override(list []declaration, one declaration) []declaration {
	list = slices.DeleteFunc(list, func(old declaration) bool { return old.name == one.name })
	return append(list, one)
}

// declarations reads what stands between braces or in a style attribute.
func declarations(text string) []declaration {
	var list []declaration
	for one := range strings.SplitSeq(text, ";") {
		name, value, found := strings.Cut(one, ":")
		if !found {
			continue
		}
		value, important := withoutImportant(strings.TrimSpace(value))
		name = strings.TrimSpace(name)
		if !strings.HasPrefix(name, "--") {
			name = strings.ToLower(name)
		}
		for _, long := range longhands(name, value) {
			long.important = important
			list = append(list, long)
		}
	}
	return list
}

// longhands are the declarations that the short form font stands for; others
// stand for themselves. The family at its end is not read.
func longhands(name, value string) []declaration {
	itself := []declaration{{name: name, value: value}}
	if name != "font" {
		return itself
	}
	style, weight := "normal", "normal"
	for _, word := range strings.Fields(value) {
		size, _, _ := strings.Cut(word, "/")
		_, unitless := pixels[strings.TrimLeft(size, "0123456789")]
		switch {
		case word == "italic" || word == "oblique":
			style = word
		case word == "bold" || word == "bolder" || word == "lighter" || unitless && len(word) == 3:
			weight = word
		case word == "normal":
		case !isDigit(word[0]) && word[0] != '.' && sizes[size] == 0:
			return itself
		default:
			return []declaration{{name: "font-style", value: style}, {name: "font-weight", value: weight}, {name: "font-size", value: size}}
		}
	}
	return itself
}

func withoutImportant(value string) (string, bool) {
	before, after, found := strings.Cut(value, "!")
	if found && strings.EqualFold(strings.TrimSpace(after), "important") {
		return strings.TrimSpace(before), true
	}
	return value, false
}
