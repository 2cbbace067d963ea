package theme

import (
	"path"
	"slices"

	"dossier/internal/pdf/face"
	"dossier/internal/view"
)

// shelf holds what documents are made with, which is read when it is first asked
// for.
type shelf struct {
	stock stock
	once  func(func()) func()
	files map[string]func() []byte
	faces map[string]func() typeface
}

// typeface is a face, or why a file is none.
type typeface struct {
	face *face.Face
	err  error
}

func newShelf(o Options, s stock) shelf {
	return shelf{stock: s, once: o.Once, files: map[string]func() []byte{}, faces: map[string]func() typeface{}}
}

// fill puts everything on the shelf that the look names.
func (s shelf) fill(look view.Look, last *Theme) {
	for _, f := range faceFiles(look) {
		s.addFace(f, last)
	}
	if look.Emblem.Name != "" {
		s.addFile(look.Emblem.Name)
	}
}

func (s shelf) addFile(name string) func() []byte {
	if s.files[name] == nil {
		s.files[name] = later(s.once, func() []byte { f, _ := s.stock.file(name); return f.data })
	}
	return s.files[name]
}

// addFace takes the face over from an earlier theme that has it of the same file.
func (s shelf) addFace(f view.ThemeFile, last *Theme) func() typeface {
	switch {
	case s.faces[f.Name] != nil:
	case last != nil && slices.Contains(faceFiles(last.facts.Look), f):
		s.files[f.Name], s.faces[f.Name] = last.shelf.files[f.Name], last.shelf.faces[f.Name]
	default:
		data := s.addFile(f.Name)
		s.faces[f.Name] = later(s.once, func() typeface {
			parsed, err := face.Load(data())
			return typeface{parsed, err}
		})
	}
	return s.faces[f.Name]
}

// themeFile identifies a file by its content. The bytes of one of the program
// follow from the theme, the name and the program, which is in the key of
// everything: they need not be read.
func (s stock) themeFile(name string) view.ThemeFile {
	f, own := s.own[name]
	if !own {
		return view.ThemeFile{Name: name, Digest: "program: " + s.folder}
	}
	return view.ThemeFile{Name: name, Digest: f.digest().String()}
}

// sound reports whether a file is certainly a face: those of the program are, as
// its tests see.
func (s stock) sound(name string) bool {
	_, own := s.own[name]
	return !own && path.Ext(name) == faceType
}

const faceType = ".ttf"

// faceFiles are the files of all faces.
func faceFiles(l view.Look) []view.ThemeFile {
	return slices.Concat(l.Regular, l.Bold, l.Italic, l.BoldItalic, l.Statement)
}

// Look is how documents look; without a regular face there are none.
func (t *Theme) Look() view.Look { return t.facts.Look }

// File returns the bytes of a file that the look names.
func (t *Theme) File(name string) ([]byte, bool) {
	data, ok := t.shelf.files[name]
	if !ok {
		return nil, false
	}
	return data(), true
}

// Face returns a face that the look names, nil for any other name.
func (t *Theme) Face(name string) *face.Face {
	load, ok := t.shelf.faces[name]
	if !ok {
		return nil
	}
	return load().face
}
