package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"

	"dossier/internal/view"
)

// tableJSON writes an open-data table as one JSON object: what it is, and its
// rows with the columns in order.
func tableJSON(v *view.Table) []byte {
	var b bytes.Buffer
	b.WriteString("{\n")
	for _, meta := range [][2]string{
		{"title", v.Title}, {"language", v.Lang}, {"publisher", v.Publisher}, {"license", v.Licence}, {"source", v.Source},
	} {
		if meta[1] != "" {
			b.WriteString("  " + quoted(meta[0]) + ": " + quoted(meta[1]) + ",\n")
		}
	}
	b.WriteString("  " + quoted(v.Name) + ": [")
	for i, row := range v.Rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n    {")
		rowJSON(&b, v.Columns, row)
		b.WriteString("}")
	}
	b.WriteString("\n  ]\n}\n")
	return b.Bytes()
}

func rowJSON(b *bytes.Buffer, columns []view.Column, row view.Row) {
	first := true
	for i, c := range columns {
		values := row.Cells[i].Values
		if len(values) == 0 && c.Kind != "list" {
			continue
		}
		if !first {
			b.WriteString(", ")
		}
		first = false
		b.WriteString(quoted(c.Name) + ": ")
		switch c.Kind {
		case "list":
			b.WriteString("[")
			for j, v := range values {
				if j > 0 {
					b.WriteString(", ")
				}
				b.WriteString(quoted(v))
			}
			b.WriteString("]")
		case "number":
			b.WriteString(values[0])
		default:
			b.WriteString(quoted(values[0]))
		}
	}
}

func quoted(s string) string {
	out, _ := json.Marshal(s)
	return string(out)
}

// tableCSV writes an open-data table as RFC 4180 asks, with a byte-order mark for
// spreadsheets and with no cell that one could take for a formula.
func tableCSV(v *view.Table) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	record := make([]string, len(v.Columns))
	for i, c := range v.Columns {
		record[i] = harmless(c.Title)
	}
	if err := w.Write(record); err != nil {
		return nil, err
	}
	for _, row := range v.Rows {
		for i := range v.Columns {
			record[i] = strings.Join(row.Cells[i].Values, "; ")
			if v.Columns[i].Kind != "number" {
				record[i] = harmless(record[i])
			}
		}
		if err := w.Write(record); err != nil {
			return nil, err
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
