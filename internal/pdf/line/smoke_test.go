package line_test
import ("testing";"os";"dossier/internal/pdf";"dossier/internal/pdf/line")
func TestSmoke(t *testing.T){
 tr:=begin(t)
 blue:=pdf.Colour{R:0x1d,G:0x4e,B:0x89}
 ls:=tr.regular; ls.Underline=true; ls.Colour=blue
 lb:=tr.bold; lb.Underline=true; lb.Colour=blue
 mark:=tr.regular; mark.Size=8; mark.Raise=4
 lk:=&line.Link{To:pdf.Target{URL:"https://example.org/"},Contents:"Example"}
 n:=&line.Note{ID:"n1"}
 n2:=&line.Note{ID:"n2"}
 spans:=[]line.Span{{Text:prose+" Vedi ",Style:tr.regular},{Text:"la pagina del servizio che è molto ",Style:ls,Link:lk},{Text:"lunga davvero",Style:lb,Link:lk},{Text:", scritto!",Style:tr.regular},{Text:"1",Style:mark,Note:n},{Text:" e «ancora» ",Style:tr.regular},{Text:"Grüße aus Wien",Style:tr.italic,Lang:"de"},{Text:" con ",Style:tr.regular},{Text:"dossier build --all",Style:tr.code,Code:true},{Text:"2",Style:mark,Note:n2},{Text:" https://www.provincia.tn.it/Amministrazione/Documenti/bandi-e-avvisi/2026/servizio_acqua.html?lang=it&x=1 fine. "+prose,Style:tr.regular},{Text:" co\u00ADope\u00ADra\u00ADzio\u00ADne inter\u00ADna\u00ADzio\u00ADna\u00ADle",Style:tr.regular}}
 p:=tr.a4()
 y:=60.0
 for _,o:=range []line.Options{{Width:450},{Width:250,Hang:20},{Width:220,Align:line.Right},{Width:180,Align:line.Centre,Balance:true}}{
  for i:=range spans { if spans[i].Note!=nil { spans[i].Note=&line.Note{ID:spans[i].Note.ID+"x"} } }
  tx:=tr.Break(spans,o)
  e:=tr.paragraph()
  var box pdf.Path; box.Rect(pdf.Rect{X:60,Y:y,W:o.Width,H:tx.Height()})
  p.Artifact(pdf.Layout).Stroke(box,.3,blue)
  tx.Draw(p,e,60,y,0,len(tx.Lines))
  for _,s:=range spans { if s.Note!=nil { q:=s.Note.Element.Child(pdf.P,pdf.Attributes{}); fn:=tr.Break(tr.plain("nota"),line.Options{Width:200}); fn.Draw(p,q,400,y,0,1)} }
  y+=tx.Height()+10
  for _,l:=range lines(tx){t.Logf("%q",l)}
 }
 os.WriteFile("/tmp/line.pdf",tr.bytes(),0o644)
}
