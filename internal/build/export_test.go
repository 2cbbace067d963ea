package build

import (
	"dossier/internal/plan"
	"dossier/internal/render"
)

// Render makes one output of a finished run again.
func (r *Result) Render(o plan.Output) ([]byte, error) {
	return render.Output((&run{Result: r}).renderInputs(), o.Renderer, o.Template, o.View)
}
