package build

import (
	"bufio"
	"encoding/binary"
	"os"
	"time"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/publish"
	"dossier/internal/source"
)

// Totals is what a build says of the whole site.
type Totals struct {
	Pages, Documents, Others int
	Languages                int
	Records                  int
	Next                     i18n.Date // when the site next changes by itself; zero: never
}

// totals counts the outputs of a finished build.
func (r *run) totals() Totals {
	t := Totals{Languages: len(r.Config.Languages), Records: len(r.Site.Entries), Next: r.Site.NextDate}
	for _, o := range r.Outputs {
		switch {
		case o.Renderer == "html" && o.Template != "redirect":
			t.Pages++
		case o.Document():
			t.Documents++
		default:
			t.Others++
		}
	}
	return t
}

// last is what tells, at the start of a build, that it has nothing to do: a site
// follows from its sources, the options and the day.
type last struct {
	Inputs memo.Key
	Site   memo.Key // as publish.Intact tells it
	Zone   string
	Totals Totals
	Diags  []byte
}

// lastFile is in the cache folder.
const lastFile = "last"

// choicesIn is the key of what a build was asked for, the day with it.
func (r *run) choicesIn(zone *time.Location) memo.Key {
	today := r.Today
	if today.IsZero() {
		today = i18n.DateOf(time.Now().In(zone))
	}
	return memo.Sum(r.program, r.BaseURL, r.Drafts, r.Future, r.Strict, r.NoIndex, r.Preview, r.Out, today)
}

// inputsOf is the key of everything that a build of a snapshot follows from.
func (r *run) inputsOf(snap *source.Snapshot, zone *time.Location) memo.Key {
	all := memo.NewHash()
	w := bufio.NewWriter(all) // writing to a hash cannot fail
	key := r.choicesIn(zone)
	w.WriteString("inputs")
	w.Write(key[:])
	for _, f := range snap.Files {
		w.Write(binary.AppendUvarint(w.AvailableBuffer(), uint64(len(f.Path))))
		w.WriteString(f.Path)
		w.Write(f.Digest[:])
		w.WriteString(snap.Commits[f.Path])
		w.WriteByte(0)
	}
	w.Flush()
	return memo.Key(all.Sum(nil))
}

// unchanged reports whether the published site is what this build would make, and
// then tells what the build that made it told.
func (r *run) unchanged() (bool, error) {
	if r.Out == "" || r.Shard.Given() || r.NoCache || r.Store != nil || len(r.Diags) > 0 {
		return false, nil
	}
	l, ok := r.readLast()
	if !ok {
		return false, nil
	}
	zone, err := time.LoadLocation(l.Zone)
	if err != nil || l.Inputs != r.inputsOf(r.Snapshot, zone) {
		return false, nil
	}
	ds, known := diag.Decode(l.Diags)
	if !known {
		return false, nil
	}
	files, site, intact, err := publish.Intact(r.Out, publish.Options{Each: r.each})
	if err != nil || !intact || site != l.Site {
		return false, err
	}
	r.tell(ds)
	r.Files, r.Totals = files, l.Totals
	r.Report = publish.Report{Unchanged: l.Totals.Pages + l.Totals.Documents + l.Totals.Others, NothingToDo: true}
	return true, nil
}

// readLast reads what the last build left; it is false where that is not there.
func (r *run) readLast() (l last, ok bool) {
	b, err := os.ReadFile(r.cacheFile(lastFile))
	return l, err == nil && memo.Decode(b, &l) == nil
}

// saveLast keeps what readLast reads.
func (r *run) saveLast(inputs memo.Key) error {
	ds, known := diag.Encode(r.Diags)
	if !known || r.odd {
		return removed(r.cacheFile(lastFile))
	}
	l := last{
		Inputs: inputs, Site: publish.Site(r.Files), Zone: r.Config.Zone.String(), Totals: r.Totals, Diags: ds,
	}
	return replace(r.cacheFile(lastFile), memo.Append(nil, &l))
}
