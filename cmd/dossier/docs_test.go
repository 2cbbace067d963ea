package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossier/internal/diag"
)

// cliPage is made from the commands themselves.
const cliPage = "../../docs/cli.md"

const cliIntro = `# The command

<!-- Made from the code by “go test ./cmd/dossier -update”: edit cmd/dossier/texts.go. -->

` + "`dossier COMMAND --help`" + ` says the same on the terminal, in Italian or English: ` + "`--ui`" + `, or the language of the environment, decides. Results go to the standard output, diagnostics and everything else to the standard error.

| exit code | |
|---|---|
| 0 | fine |
| 1 | the content has errors, or warnings under ` + "`--strict`" + `, or more of them than ` + "`--max-warnings`" + `; of ` + "`forget`" + `: the person is still named |
| 2 | wrong usage, or an error in ` + "`site.toml`" + ` |
| 3 | the disk, or a defect of dossier |

`

func TestCommandReferenceIsCurrent(t *testing.T) {
	want := commandReference()
	if *update {
		if err := os.WriteFile(cliPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(cliPage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/cli.md is stale, run “go test ./cmd/dossier -update” (-code +page):\n%s", diff)
	}
}

func commandReference() string {
	a := &app{out: io.Discard, err: io.Discard, ui: diag.English}
	root := a.root()
	var b strings.Builder
	b.WriteString(cliIntro)
	b.WriteString("## Flags of every command\n\n")
	writeFlags(&b, root.PersistentFlags())
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" {
			writeCommand(&b, c)
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func writeCommand(b *strings.Builder, c *cobra.Command) {
	fmt.Fprintf(b, "## %s\n\n", c.CommandPath())
	if !c.HasSubCommands() {
		fmt.Fprintf(b, "```\n%s\n```\n\n", c.UseLine())
	}
	switch {
	case c.HasSubCommands():
		fmt.Fprintf(b, "%s: %s.\n\n", c.Short, strings.Join(names(c), ", "))
	case c.Long != "":
		fmt.Fprintf(b, "%s\n\n", strings.ReplaceAll(c.Long, "\n", " "))
	default:
		fmt.Fprintf(b, "%s.\n\n", c.Short)
	}
	writeFlags(b, c.LocalNonPersistentFlags())
	if c.Name() != "completion" { // whose words are those of its library
		for _, sub := range c.Commands() {
			writeCommand(b, sub)
		}
	}
}

// names are those of the commands below one.
func names(c *cobra.Command) []string {
	var all []string
	for _, sub := range c.Commands() {
		all = append(all, "`"+sub.Name()+"`")
	}
	return all
}

func writeFlags(b *strings.Builder, flags *pflag.FlagSet) {
	var rows strings.Builder
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" {
			fmt.Fprintf(&rows, "| `%s` | %s |\n", spelling(f), f.Usage+standard(f))
		}
	})
	if rows.Len() > 0 {
		fmt.Fprintf(b, "| flag | |\n|---|---|\n%s\n", rows.String())
	}
}

// spelling is how a flag is written: -o, --out string.
func spelling(f *pflag.Flag) string {
	s := "--" + f.Name
	if f.Shorthand != "" {
		s = "-" + f.Shorthand + ", " + s
	}
	if kind, _ := pflag.UnquoteUsage(f); kind != "" {
		s += " " + kind
	}
	return s
}

func standard(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "false", "0", "[]":
		return ""
	}
	if f.Name == "ui" {
		return " (default: the language of the environment)"
	}
	return " (default: `" + f.DefValue + "`)"
}
