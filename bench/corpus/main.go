// Command corpus writes a made-up site for measuring: the same pages twice, once
// as a site of this project's command and once as content for Hugo.
//
// Input: the number of pages wanted and a folder. Output: DIR/dossier, a whole
// site; DIR/hugo, content that bench/hugo shows; and a line of
// JSON, here and in DIR/corpus.json, that says what was written. The same number gives the same bytes; time
// and disk grow with it in proportion, since files are written one by one.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

// run is the command without its process.
func run(args []string, out, usage io.Writer) error {
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	flags.SetOutput(usage)
	pages := flags.Int("pages", 1000, "about how many web pages the site shall have, both languages together")
	dir := flags.String("o", "", "folder to write into; it must not hold a corpus yet")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *dir == "" || *pages < 1 || flags.NArg() > 0 {
		return fmt.Errorf("say how many pages and where: corpus -pages 1000 -o DIR")
	}
	for _, part := range []string{"dossier", "hugo"} {
		if _, err := os.Lstat(filepath.Join(*dir, part)); err == nil {
			return fmt.Errorf("%s holds a corpus already", *dir)
		}
	}
	s := newSite(projectsFor(*pages))
	ours, peer := &tree{root: filepath.Join(*dir, "dossier")}, &tree{root: filepath.Join(*dir, "hugo")}
	writeOurs(s, ours)
	writeHugo(s, peer)
	if err := errors.Join(ours.err, peer.err); err != nil {
		return err
	}
	line, err := json.Marshal(s.report(ours, peer))
	if err != nil {
		return err
	}
	line = append(line, '\n')
	if _, err := out.Write(line); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*dir, "corpus.json"), line, 0o644)
}

// report is what the tools that change and measure a corpus need to know of it.
type report struct {
	Projects  int    `json:"projects"`
	Partners  int    `json:"partners"`
	Events    int    `json:"events"`
	News      int    `json:"news"`
	Sheets    int    `json:"sheets"`
	Pages     int    `json:"pages"` // expected, both languages together
	Files     int    `json:"files"` // of the dossier tree
	Bytes     int64  `json:"bytes"`
	HugoFiles int    `json:"hugo_files"`
	HugoBytes int64  `json:"hugo_bytes"`
	Partner   string `json:"partner"`       // the organisation that about 40 pages name
	Naming    int    `json:"partner_pages"` // how many pages name it among their facts
	Page      string `json:"partner_page"`  // the address of one of them
	Body      string `json:"body"`          // a record whose Italian body may be changed, without ".it.md"
	BodyPage  string `json:"body_page"`     // and its address
}

func (s *site) report(ours, peer *tree) report {
	partner, naming, page := s.known()
	n := s.news[len(s.news)/2]
	return report{
		Projects: len(s.projects), Partners: len(s.partners), Events: len(s.events), News: len(s.news), Sheets: len(s.sheets),
		Pages: pagesOf(len(s.projects)), Files: ours.files, Bytes: ours.bytes, HugoFiles: peer.files, HugoBytes: peer.bytes,
		Partner: s.partners[partner].id, Naming: naming * len(languages), Page: page,
		Body: "news/" + n.id, BodyPage: n.url(it),
	}
}
