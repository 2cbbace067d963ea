package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossier/internal/diag"
)

// t is a sentence of the interface in its language.
func (a *app) t(key string) string {
	s, ok := texts[key]
	if !ok {
		panic("no text " + key)
	}
	if a.ui == diag.Italian {
		return s.it
	}
	return s.en
}

// localise gives cobra's own words the language of the interface.
func (a *app) localise(root *cobra.Command) {
	root.SetUsageTemplate(a.t("template.usage"))
	root.SetHelpTemplate(`{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpFlag()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = a.t("help.short")
		case "completion":
			c.Short = a.t("completion.short")
		}
		for _, each := range append(c.Commands(), c) {
			each.InitDefaultHelpFlag()
			each.Flags().VisitAll(a.helpFlag)
		}
	}
	root.Flags().VisitAll(a.helpFlag)
}

func (a *app) helpFlag(f *pflag.Flag) {
	if f.Name == "help" {
		f.Usage = a.t("flag.help")
	}
}
