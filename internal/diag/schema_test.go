package diag

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// schema judges a value by a JSON schema of draft 7, as far as the schema of SARIF
// goes. A keyword that it does not know is a fault as well: nothing is passed over.
type schema struct {
	root   map[string]any
	faults []string
}

func readSchema(t *testing.T, file string) *schema {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := &schema{}
	if err := json.Unmarshal(data, &s.root); err != nil {
		t.Fatal(err)
	}
	return s
}

// judge returns what is wrong with a JSON text.
func (s *schema) judge(text string) []string {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return []string{err.Error()}
	}
	s.faults = nil
	s.value("$", v, s.root)
	return s.faults
}

func (s *schema) fault(at, format string, args ...any) {
	s.faults = append(s.faults, at+": "+fmt.Sprintf(format, args...))
}

func (s *schema) value(at string, v any, rules map[string]any) {
	for keyword, rule := range rules {
		switch keyword {
		case "$schema", "$id", "title", "description", "default", "definitions":
		case "additionalProperties":
			s.others(at, v, rules)
		case "type":
			if !isType(v, rule.(string)) {
				s.fault(at, "is not of type %s", rule)
			}
		case "$ref":
			name := strings.TrimPrefix(rule.(string), "#/definitions/")
			s.value(at, v, s.root["definitions"].(map[string]any)[name].(map[string]any))
		case "enum":
			if !slices.ContainsFunc(rule.([]any), func(one any) bool { return reflect.DeepEqual(one, v) }) {
				s.fault(at, "%v is none of %v", v, rule)
			}
		case "anyOf", "oneOf":
			s.alternatives(at, v, keyword, rule.([]any))
		default:
			s.byType(at, v, keyword, rule)
		}
	}
}

// byType applies the keywords that are about values of one type only.
func (s *schema) byType(at string, v any, keyword string, rule any) {
	switch x := v.(type) {
	case map[string]any:
		s.object(at, x, keyword, rule)
	case []any:
		s.array(at, x, keyword, rule)
	case string:
		s.text(at, x, keyword, rule)
	case float64:
		switch {
		case keyword == "minimum" && x < rule.(float64), keyword == "maximum" && x > rule.(float64):
			s.fault(at, "%v breaks %s %v", x, keyword, rule)
		case keyword != "minimum" && keyword != "maximum":
			s.fault(at, "keyword %s is not known", keyword)
		}
	}
}

func (s *schema) object(at string, x map[string]any, keyword string, rule any) {
	switch keyword {
	case "required":
		for _, name := range rule.([]any) {
			if _, has := x[name.(string)]; !has {
				s.fault(at, "%s is missing", name)
			}
		}
	case "properties":
		for name, rules := range rule.(map[string]any) {
			if member, has := x[name]; has {
				s.value(at+"."+name, member, rules.(map[string]any))
			}
		}
	default:
		s.fault(at, "keyword %s is not known", keyword)
	}
}

func (s *schema) others(at string, v any, rules map[string]any) {
	x, isObject := v.(map[string]any)
	if !isObject {
		return
	}
	named, _ := rules["properties"].(map[string]any)
	for name, member := range x {
		if _, known := named[name]; known {
			continue
		}
		switch rule := rules["additionalProperties"].(type) {
		case bool:
			if !rule {
				s.fault(at, "%s is not allowed", name)
			}
		case map[string]any:
			s.value(at+"."+name, member, rule)
		}
	}
}

func (s *schema) array(at string, x []any, keyword string, rule any) {
	switch keyword {
	case "items":
		for i, item := range x {
			s.value(fmt.Sprintf("%s[%d]", at, i), item, rule.(map[string]any))
		}
	case "minItems":
		if len(x) < int(rule.(float64)) {
			s.fault(at, "has %d items", len(x))
		}
	case "uniqueItems":
		for i := range x {
			if rule.(bool) && slices.ContainsFunc(x[:i], func(one any) bool { return reflect.DeepEqual(one, x[i]) }) {
				s.fault(at, "item %d is there twice", i)
			}
		}
	default:
		s.fault(at, "keyword %s is not known", keyword)
	}
}

func (s *schema) text(at, x, keyword string, rule any) {
	switch {
	case keyword == "pattern":
		if !regexp.MustCompile(rule.(string)).MatchString(x) {
			s.fault(at, "%q does not match %s", x, rule)
		}
	case keyword == "format" && (rule == "uri" || rule == "uri-reference"):
		u, err := url.Parse(x)
		if err != nil || rule == "uri" && u.Scheme == "" || strings.ContainsFunc(x, func(r rune) bool { return r <= ' ' || r > '~' }) {
			s.fault(at, "%q is no %s", x, rule)
		}
	default:
		s.fault(at, "keyword %s (%v) is not known", keyword, rule)
	}
}

func (s *schema) alternatives(at string, v any, keyword string, rules []any) {
	right := 0
	for _, rule := range rules {
		one := &schema{root: s.root}
		if one.value(at, v, rule.(map[string]any)); len(one.faults) == 0 {
			right++
		}
	}
	if right == 0 || keyword == "oneOf" && right > 1 {
		s.fault(at, "meets %d of %d alternatives (%s)", right, len(rules), keyword)
	}
}

func isType(v any, name string) bool {
	switch x := v.(type) {
	case map[string]any:
		return name == "object"
	case []any:
		return name == "array"
	case string:
		return name == "string"
	case bool:
		return name == "boolean"
	case float64:
		return name == "number" || name == "integer" && x == float64(int64(x))
	}
	return name == "null"
}
