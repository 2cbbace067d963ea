package content

import "dossier/internal/memo"

// freeze writes a record for the memory.
func freeze(h holder) []byte { return memo.AppendAny(nil, h) }

// thaw reads a record back into the struct of its kind.
func thaw(b []byte, h holder) error { return memo.DecodeAny(b, h) }
