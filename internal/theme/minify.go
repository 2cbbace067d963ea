package theme

import (
	"bytes"
	"errors"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
	lexer "github.com/tdewolff/parse/v2"

	"dossier/internal/diag"
)

// minifyAsset returns the shortest form of a style sheet, script or drawing, and
// other files as they are.
func minifyAsset(f file) ([]byte, []diag.Diagnostic) {
	minifier := minifierOf(path.Ext(f.name))
	if minifier == nil {
		return f.data, nil
	}
	var out bytes.Buffer
	data := bytes.TrimPrefix(f.data, []byte("\ufeff"))
	err := minifier.Minify(minify.New(), &out, bytes.NewReader(data), nil)
	if err != nil {
		return f.data, []diag.Diagnostic{diag.At(placeOf(f, err), "template-syntax.asset", cause(err))}
	}
	return bytes.TrimSpace(out.Bytes()), nil
}

func minifierOf(ext string) minify.Minifier {
	switch ext {
	case ".css":
		return &css.Minifier{}
	case ".js":
		return &js.Minifier{}
	case ".svg":
		return &svg.Minifier{}
	}
	return nil
}

func placeOf(f file, err error) diag.Pos {
	var at *lexer.Error
	if errors.As(err, &at) {
		return diag.Pos{File: f.pos, Line: at.Line, Col: at.Column}
	}
	return f.whole()
}

// cause is the minifier's sentence without the excerpt that follows it.
func cause(err error) string {
	var at *lexer.Error
	if errors.As(err, &at) {
		return at.Message
	}
	return err.Error()
}
