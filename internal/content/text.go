package content

import (
	"strings"

	"dossier/internal/markdown"
	"dossier/internal/memo"
)

// sourceOf names the body of a file as it is now.
func sourceOf(path string, body []byte) string { return path + "@" + memo.Bytes(body).String() }

// Text returns the words of a body by its Source. read returns a file of the site,
// as it was when the body was decoded; the error is its.
func Text(read func(path string) ([]byte, error), source string) ([]byte, error) {
	path := fileOf(source)
	data, err := read(path)
	if err != nil {
		return nil, err
	}
	f, _ := new(cutter).split(path, data)
	return f.body, nil
}

// fileOf is the file that a body stands in, by its Source.
func fileOf(source string) string { return source[:strings.LastIndexByte(source, '@')] }

// Skeleton returns the skeleton of a body by its Source: from memory, or by reading
// the text again. The error is that of read.
func Skeleton(memory Memory, program memo.Key, read func(path string) ([]byte, error), source, lang string) (markdown.Skeleton, error) {
	key := skeletonKey(program, source, lang)
	if s, ok := memory.Get(key); ok {
		return s, nil
	}
	text, err := Text(read, source)
	if err != nil {
		return nil, err
	}
	s := markdown.Sketch(text, lang)
	memory.Put(key, s)
	return s, nil
}

func skeletonKey(program memo.Key, source, lang string) memo.Key {
	return memo.Sum("skeleton", program, source, lang)
}
