package svg_test
import ("testing";"os";"io/fs";"path/filepath";"strings";"dossier/internal/pdf/svg")
func TestX(t *testing.T){
 for _,root:=range []string{"../../../content","../../../themes","../../../testdata"}{
 filepath.WalkDir(root,func(p string,d fs.DirEntry,err error) error{
  if err==nil&&strings.HasSuffix(p,".svg"){b,_:=os.ReadFile(p);g,err:=svg.Parse(b); if err!=nil{t.Error(p,err)} else {t.Log(p,g.Width,g.Height,len(g.Shapes),g.Title)}}
  return nil})}
}
