package build

import (
	"errors"

	"dossier/internal/publish"
)

// begin makes the publisher ready while the sources are read: it looks through the
// folder that it will write.
func (r *run) begin() {
	if r.Out == "" || r.Shard.Given() {
		return
	}
	started := make(chan struct{})
	r.started = started
	go func() {
		defer close(started)
		r.writer, r.failure = publish.Begin(r.target(), publish.Options{Each: r.each})
	}()
}

// begun waits for the publisher.
func (r *run) begun() error {
	if r.started == nil {
		return nil
	}
	<-r.started
	return r.failure
}

// withdraw ends publishing, unless it has ended well.
func (r *run) withdraw() {
	if r.started == nil {
		return
	}
	<-r.started
	r.started = nil
	if r.writer != nil {
		_ = r.writer.Abort() // the site in the folder is as it was
	}
}

// atOnce runs steps that do not depend on each other and returns their errors.
func (o Options) atOnce(steps ...func() error) error {
	errs := make([]error, len(steps))
	o.each(len(steps), func(i int) { errs[i] = steps[i]() })
	return errors.Join(errs...)
}
