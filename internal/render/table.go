package render

import (
	"bytes"
	"encoding/csv"
	"strings"

	"dossier/internal/render/jsonld"
	"dossier/internal/view"
)

// appendTableJSON appends an open-data table as one JSON object: what it is, and its
// rows with the columns in order.
func appendTableJSON(dst []byte, v *view.Table) []byte {
	dst = append(dst, "{\n"...)
	for _, meta := range [][2]string{
		{"title", v.Title}, {"language", v.Lang}, {"publisher", v.Publisher}, {"license", v.Licence}, {"source", v.Source},
	} {
		if meta[1] != "" {
			dst = appendName(append(dst, "  "...), meta[0])
			dst = append(jsonld.AppendText(dst, meta[1]), ",\n"...)
		}
	}
	dst = append(appendName(append(dst, "  "...), v.Name), '[')
	for i, row := range v.Rows {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, "\n    {"...)
		dst = append(appendRow(dst, v.Columns, row), '}')
	}
	return append(dst, "\n  ]\n}\n"...)
}

func appendRow(dst []byte, columns []view.Column, row view.Row) []byte {
	first := true
	for i, c := range columns {
		values := row.Cells[i].Values
		if len(values) == 0 && c.Kind != "list" {
			continue
		}
		if !first {
			dst = append(dst, ", "...)
		}
		first = false
		dst = appendName(dst, c.Name)
		switch c.Kind {
		case "list":
			dst = append(dst, '[')
			for j, v := range values {
				if j > 0 {
					dst = append(dst, ", "...)
				}
				dst = jsonld.AppendText(dst, v)
			}
			dst = append(dst, ']')
		case "number":
			dst = append(dst, values[0]...)
		default:
			dst = jsonld.AppendText(dst, values[0])
		}
	}
	return dst
}

func appendName(dst []byte, name string) []byte {
	return append(jsonld.AppendText(dst, name), ": "...)
}

// appendTableCSV appends an open-data table as RFC 4180 asks, with a byte-order mark for
// spreadsheets and with no cell that one could take for a formula.
func appendTableCSV(dst []byte, v *view.Table) ([]byte, error) {
	b := bytes.NewBuffer(append(dst, "\uFEFF"...))
	w := csv.NewWriter(b)
	w.UseCRLF = true
	record := make([]string, len(v.Columns))
	for i, c := range v.Columns {
		record[i] = harmless(c.Title)
	}
	if err := w.Write(record); err != nil {
		return b.Bytes(), err
	}
	for _, row := range v.Rows {
		for i := range v.Columns {
			record[i] = strings.Join(row.Cells[i].Values, "; ")
			if v.Columns[i].Kind != "number" {
				record[i] = harmless(record[i])
			}
		}
		if err := w.Write(record); err != nil {
			return b.Bytes(), err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// harmless puts an apostrophe before what spreadsheets would calculate (OWASP,
// CSV injection).
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
