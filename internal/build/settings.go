package build

import (
	"dossier/internal/config"
	"dossier/internal/diag"
)

// prepare reads the settings and reports whether there are some to build with.
func (r *run) prepare() (configured bool, err error) {
	if own, err := r.ownCache(); err != nil || !own {
		return false, err
	}
	if err := r.open(); err != nil {
		return false, err
	}
	return r.configure()
}

// configure reads site.toml.
func (r *run) configure() (bool, error) {
	if r.Snapshot.Refused[config.File] {
		return false, nil
	}
	if _, ok := r.Snapshot.File(config.File); !ok {
		r.tell([]diag.Diagnostic{diag.At(diag.Pos{File: config.File}, "missing-file.site").WithHint("hint.site-folder")})
		return false, nil
	}
	data, err := r.Snapshot.Read(config.File)
	if err != nil {
		return false, err
	}
	cfg, diags := config.Parse(data)
	r.tell(diags)
	r.Config = cfg
	if diag.HasErrors(diags) {
		return false, nil
	}
	if r.BaseURL != "" {
		cfg.SetBaseURL(r.BaseURL)
	}
	return true, nil
}
