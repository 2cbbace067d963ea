// Package docs keeps the reference pages of docs/ that are made from the code.
//
// It is all tests. Input: the sources of packages view, theme, content and
// scaffold. Output: docs/theme-contract.md and docs/content-reference.md, which
// "go test ./internal/docs -update" rewrites and which, without -update, fail
// the test when they are stale. The reference of the commands is made in the
// same way beside them, in cmd/dossier.
package docs
