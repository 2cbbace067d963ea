package main

import (
	"fmt"

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
			a.wordHelp(c)
		case "completion":
			a.wordCompletion(c)
		}
		for _, each := range append(c.Commands(), c) {
			each.InitDefaultHelpFlag()
			each.Flags().VisitAll(a.helpFlag)
		}
	}
	root.Flags().VisitAll(a.helpFlag)
}

// wordHelp gives the command “help” our words. By itself it takes a command that
// does not exist for a wish to read the help of all.
func (a *app) wordHelp(c *cobra.Command) {
	c.Use, c.Short, c.Long = "help [COMMAND]", a.t("help.short"), a.t("help.long")
	c.Run = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		of, rest, err := c.Root().Find(args)
		if err != nil {
			return err
		}
		if len(rest) > 0 {
			return a.unknownCommand(of, rest[0])
		}
		of.InitDefaultHelpFlag()
		of.Flags().VisitAll(a.helpFlag)
		return of.Help()
	}
}

// wordCompletion does the same for “completion” and its shells.
func (a *app) wordCompletion(c *cobra.Command) {
	c.Short, c.Long = a.t("completion.short"), a.t("completion.long")
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.unknownCommand(c, args[0])
		}
		return c.Help()
	}
	for _, shell := range c.Commands() {
		shell.Short, shell.Long = fmt.Sprintf(a.t("completion.shell"), shell.Name()), ""
		shell.InitDefaultHelpFlag()
		shell.Flags().VisitAll(a.helpFlag)
		if f := shell.Flags().Lookup("no-descriptions"); f != nil {
			f.Usage = a.t("flag.no-descriptions")
		}
	}
}

func (a *app) helpFlag(f *pflag.Flag) {
	if f.Name == "help" {
		f.Usage = a.t("flag.help")
	}
}
