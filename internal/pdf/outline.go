package pdf

// entry is an entry of the outline, as it was asked for.
type entry struct {
	level         int
	title, anchor string
}

// item is an entry in its place among the others.
type item struct {
	entry
	ref  ref
	kids []*item
}

// Outline adds an entry to the outline: a title that leads to an anchor. Levels
// count from 1 and may skip: an entry belongs to the last one of a lower level.
func (d *Document) Outline(level int, title, anchor string) {
	if level < 1 || title == "" {
		d.complain("outline: entry %q of level %d", title, level)
		return
	}
	d.outline = append(d.outline, entry{level, oneLine(title), anchor})
}

// nest puts the entries below one another.
func nest(entries []entry) *item {
	root := &item{}
	path := []*item{root}
	for _, e := range entries {
		for path[len(path)-1].level >= e.level {
			path = path[:len(path)-1]
		}
		it := &item{entry: e}
		parent := path[len(path)-1]
		parent.kids = append(parent.kids, it)
		path = append(path, it)
	}
	return root
}

// writeOutline writes the outline (ISO 32000-1, 12.3.3). It shows its first
// level; where that is a single entry, what is below it as well.
func (d *Document) writeOutline(f *file, parts parts) {
	if parts.outline == 0 {
		return
	}
	root := nest(d.outline)
	root.ref = parts.outline
	root.number(f)
	single := len(root.kids) == 1
	visible := len(root.kids)
	if single {
		visible += len(root.kids[0].kids)
	}
	o := f.object(root.ref)
	o.raw("<</Type/Outlines").ends(root)
	o.raw("/Count ").int(visible).raw(">>")
	d.writeItems(f, root, single)
}

func (it *item) number(f *file) {
	for _, kid := range it.kids {
		kid.ref = f.alloc()
		kid.number(f)
	}
}

func (d *Document) writeItems(f *file, parent *item, open bool) {
	for i, it := range parent.kids {
		o := f.object(it.ref)
		o.raw("<</Title ").text(it.title).raw("/Parent ").ref(parent.ref)
		if i > 0 {
			o.raw("/Prev ").ref(parent.kids[i-1].ref)
		}
		if i+1 < len(parent.kids) {
			o.raw("/Next ").ref(parent.kids[i+1].ref)
		}
		if n := len(it.kids); n > 0 {
			o.ends(it)
			if !open {
				n = -n
			}
			o.raw("/Count ").int(n)
		}
		o.raw("/Dest").destination(d.anchors[it.anchor])
		o.raw(">>")
		d.writeItems(f, it, false)
	}
}

// ends writes which the first and the last kid are.
func (o *object) ends(it *item) *object {
	return o.raw("/First ").ref(it.kids[0].ref).raw("/Last ").ref(it.kids[len(it.kids)-1].ref)
}
