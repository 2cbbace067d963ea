package main

// siteTOML is the corpus' configuration.
const siteTOML = `[site]
base_url = "https://corpus.example.org/"
title    = { it = "Dossier di progetto", en = "Project dossiers" }
owner    = "partner-0000"
timezone = "Europe/Rome"
theme    = "civic"
accent   = "#0b3d75"

[[language]]
code     = "it"
label    = "Italiano"
locale   = "it-IT"
required = true

[[language]]
code   = "en"
label  = "English"
locale = "en-GB"

[menu]
main   = ["@/projects", "@/partners", "@/events", "@/news", "@/kits", "@/pages/about"]
footer = ["@/pages/contacts", "@/pages/accessibility", "@/pages/privacy", "@/pages/legal"]

[accessibility]
reviewed = 2026-09-10
`

// themeTOML is the theme's own without its documents: without faces it makes
// none, and web pages are measured alone.
const themeTOML = `name = "civic"
version = "0.1.0"
description = "The theme without documents"

[bundle]
"civic.css" = [
  "css/01-tokens.css",
  "css/02-text.css",
  "css/03-frame.css",
  "css/04-parts.css",
  "css/05-pages.css",
  "css/06-print.css",
]
"civic.js" = ["js/filter.js"]
`
