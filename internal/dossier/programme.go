package dossier

import "dossier/internal/content"

// Programme is a linked funding programme.
type Programme struct {
	*Entry
	*content.Programme
	Funder   *Partner
	Parent   *Programme
	Parts    []*Programme
	Projects []*Project
	Logos    []*Asset
}

// EU reports whether the programme asks for the emblem of the European Union.
func (p *Programme) EU() bool { return p.Emblem.Value == "eu" }

func (l *linker) linkProgramme(p *Programme) {
	if p.Funder = l.partner(p.Programme.Funder); p.Funder != nil {
		p.Funder.Funds = append(p.Funder.Funds, p)
	}
	if p.Parent = l.programme(p.Belongs); p.Parent != nil && p.Parent != p {
		p.Parent.Parts = append(p.Parent.Parts, p)
	}
	for _, src := range p.Programme.Logos {
		if a := l.image(p.Programme.Dir, src.Value, "", src.Pos); a != nil {
			p.Logos = append(p.Logos, a)
		}
	}
}
