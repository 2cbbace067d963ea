package main

import "github.com/spf13/cobra"

func (a *app) newCommand() *cobra.Command   { return &cobra.Command{Use: "new TYPE ID"} }
func (a *app) serveCommand() *cobra.Command { return &cobra.Command{Use: "serve"} }
