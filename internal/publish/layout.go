package publish

// layout is the folders of a manifest with their files.
type layout struct {
	folders []layoutFolder
	levels  [][]int32        // positions in folders by depth, the top first
	next    []int32          // by file: the next one in the same folder, or -1
	index   map[string]int32 // path to position in folders
}

type layoutFolder struct {
	name  string
	depth int
	up    int32 // the folder that this one lies in; the top in itself
	first int32 // the folder's first file, or -1
}

func newLayout(names []string) *layout {
	l := &layout{
		folders: make([]layoutFolder, 0, len(names)),
		next:    make([]int32, len(names)),
		index:   make(map[string]int32, len(names)),
	}
	l.add(layoutFolder{name: "."})
	for i, name := range names {
		f := &l.folders[l.folder(parent(name))]
		l.next[i], f.first = f.first, int32(i)
	}
	return l
}

// folder returns a folder's position, and adds it and its parents where needed.
func (l *layout) folder(name string) int32 {
	if at, known := l.index[name]; known {
		return at
	}
	up := l.folder(parent(name))
	return l.add(layoutFolder{name: name, up: up, depth: l.folders[up].depth + 1})
}

func (l *layout) add(f layoutFolder) int32 {
	at := int32(len(l.folders))
	f.first = -1
	l.folders = append(l.folders, f)
	l.index[f.name] = at
	if f.depth == len(l.levels) {
		l.levels = append(l.levels, nil)
	}
	l.levels[f.depth] = append(l.levels[f.depth], at)
	return at
}
