package ua

// device are the device colour spaces: the colour space of the output intent that
// each needs, and the resource that may stand for it (ISO 19005-2, 6.2.4.3). An
// intent of any colour space does for grey.
var device = map[name]struct {
	intent, rule string
	substitute   name
}{
	"DeviceGray": {"", "A2 6.2.4.3-4", "DefaultGray"}, "G": {"", "A2 6.2.4.3-4", "DefaultGray"},
	"DeviceRGB": {"RGB ", "A2 6.2.4.3-2", "DefaultRGB"}, "RGB": {"RGB ", "A2 6.2.4.3-2", "DefaultRGB"},
	"DeviceCMYK": {"CMYK", "A2 6.2.4.3-3", "DefaultCMYK"}, "CMYK": {"CMYK", "A2 6.2.4.3-3", "DefaultCMYK"},
}

// intents are the rendering intents (ISO 32000-1, table 70).
var intents = words("AbsoluteColorimetric RelativeColorimetric Saturation Perceptual")

// colour carries out an operator that names colours.
func (m *machine) colour(op string) {
	switch op {
	case "g", "G":
		m.device("DeviceGray")
	case "rg", "RG":
		m.device("DeviceRGB")
	case "k", "K":
		m.device("DeviceCMYK")
	case "cs", "CS":
		m.space(name(m.ops[0].text), 0)
	case "ri":
		m.renderingIntent(name(m.ops[0].text))
	case "scn", "SCN":
		if n := len(m.ops); n > 0 && m.ops[n-1].kind == tokName {
			m.pattern(m.resource("Pattern", m.ops[n-1].text))
		}
	}
}

func (m *machine) renderingIntent(n name) {
	if n != "" && !intents[n] {
		m.add("A2 6.2.6-1", m.page.number, "the rendering intent %q is unknown", n)
	}
}

// device checks that a device colour space has a meaning.
func (m *machine) device(n name) {
	d := device[n]
	if m.intent != "" && (d.intent == "" || d.intent == m.intent) {
		return
	}
	if !m.f.dict(m.resources.get("ColorSpace")).has(d.substitute) {
		m.add(d.rule, m.page.number, "%s is used, which the output intent does not cover", n)
	}
}

// space checks a colour space (ISO 32000-1, 8.6).
func (m *machine) space(o object, level int) {
	if level > 4 {
		m.add("PDF 8.6", m.page.number, "colour spaces refer to each other too deeply")
		return
	}
	switch v := m.f.resolve(o).(type) {
	case name:
		if _, ok := device[v]; ok {
			m.device(v)
		} else if v != "Pattern" {
			m.space(m.resource("ColorSpace", []byte(v)), level+1)
		}
	case array:
		if len(v) > 0 {
			m.array(v, level)
		}
	}
}

// array checks a colour space given as an array.
func (m *machine) array(a array, level int) {
	kind := m.f.name(a[0])
	based := 0 // where the space stands on which this one is based
	switch kind {
	case "ICCBased":
		s := m.f.stream(append(a, nil)[1])
		if s == nil {
			m.add("PDF 8.6.5.5", m.page.number, "an ICCBased colour space has no profile")
		} else {
			m.profile(s, "A2 6.2.4.2-1", m.page.number)
		}
	case "Indexed", "I", "Pattern":
		based = 1
	case "Separation", "DeviceN":
		based = 2
	case "CalGray", "CalRGB", "Lab":
	case "DeviceGray", "DeviceRGB", "DeviceCMYK":
		m.device(kind)
	default:
		m.add("PDF 8.6.3", m.page.number, "the colour space %.40q is unknown", kind)
	}
	if based > 0 && based < len(a) {
		m.space(a[based], level+1)
	}
}
