package check

import "dossier/internal/diag"

func Independent(pages map[string][]byte, base string) []diag.Diagnostic { return nil }
