package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossier/internal/diag"
)

// usageError is a wrong use of a command, in the language of the interface.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// wordUsage makes cobra and pflag report wrong uses in our words.
func (a *app) wordUsage(root *cobra.Command) {
	root.SetFlagErrorFunc(a.wrongFlag)
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		if check := c.Args; check != nil {
			c.Args = func(c *cobra.Command, args []string) error {
				if check(c, args) != nil {
					return a.usage("usage.arguments", c.UseLine())
				}
				return nil
			}
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(root)
}

// wrongFlag words the errors of pflag.
func (a *app) wrongFlag(c *cobra.Command, e error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(e, &unknown):
		return a.unknownFlag(c, unknown.GetSpecifiedName())
	case errors.As(e, &empty):
		return a.usage("usage.flag-empty", dashed(empty.GetSpecifiedName()))
	case errors.As(e, &value):
		return a.usage("usage.flag-value", value.GetValue(), dashed(value.GetFlag().Name))
	}
	return a.usage("usage.arguments", c.UseLine())
}

func (a *app) unknownFlag(c *cobra.Command, name string) error {
	var known []string
	c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if near, ok := diag.Nearest(name, known); ok && len(name) > 1 {
		return a.usage("usage.flag-near", dashed(name), dashed(near))
	}
	return a.usage("usage.flag", dashed(name))
}

// dashed writes a flag as it is typed.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// wrongCommand words the error for a command that does not exist, the only one
// that cobra gives us without a type.
func (a *app) wrongCommand(root *cobra.Command, e error) error {
	rest, unknown := strings.CutPrefix(e.Error(), "unknown command ")
	if !unknown {
		return e
	}
	name, err := strconv.QuotedPrefix(rest)
	if err == nil {
		name, err = strconv.Unquote(name)
	}
	if err != nil {
		return e
	}
	return a.unknownCommand(root, name)
}

// unknownCommand says which command below another one may be meant.
func (a *app) unknownCommand(below *cobra.Command, name string) error {
	var known []string
	for _, c := range below.Commands() {
		known = append(known, c.Name())
	}
	if len(known) == 0 {
		return a.usage("usage.arguments", "dossier help "+below.Name())
	}
	if near, ok := diag.Nearest(name, known); ok {
		return a.usage("usage.command-near", name, near)
	}
	return a.usage("usage.command", name, strings.Join(known, ", "))
}
