package pdf_test
import ("testing";"os")
func TestZZ(t *testing.T){ os.WriteFile("/tmp/pdftrial/whole.pdf", whole(t), 0o644) }
