package markdown

import (
	"cmp"
	"strings"
	"unicode"

	"dossier/internal/diag"

	"github.com/yuin/goldmark/ast"
)

// vagueTexts are texts of links that say nothing of where they lead, per
// language, in small letters, split at the bars. Who hears the links of a page
// one after another, as screen readers list them, cannot tell these apart (WCAG
// 2.4.4 and 2.4.9, failure F84).
var vagueTexts = map[string]string{
	"bg": "тук|кликнете тук|натиснете тук|още|повече|прочетете повече|връзка",
	"bs": "ovdje|kliknite ovdje|više|pročitaj više|saznaj više|link",
	"ca": "aquí|fes clic aquí|cliqueu aquí|més|llegiu-ne més|llegir més|enllaç",
	"cs": "zde|tady|klikněte zde|více|číst více|čtěte více|odkaz",
	"da": "her|klik her|mere|læs mere|link",
	"de": "hier|klicken sie hier|hier klicken|klick hier|mehr|mehr lesen|weiterlesen|mehr erfahren|link|dieser link",
	"el": "εδώ|κάντε κλικ εδώ|πατήστε εδώ|περισσότερα|διαβάστε περισσότερα|σύνδεσμος",
	"en": "here|click here|click|press here|this|this link|this page|this site|this document|link|the link|more|read more|learn more|find out more|more info|more information|see more|see here|details|continue|go|download|page|website|site",
	"es": "aquí|haga clic aquí|haz clic aquí|clic aquí|pulse aquí|más|leer más|ver más|más información|enlace|este enlace",
	"et": "siin|siit|vajuta siia|kliki siia|rohkem|loe edasi|loe lähemalt|link",
	"fi": "tästä|täältä|tässä|klikkaa tästä|lisää|lue lisää|linkki",
	"fr": "ici|cliquez ici|cliquer ici|plus|en savoir plus|lire plus|lire la suite|voir plus|lien|ce lien|suite",
	"ga": "anseo|cliceáil anseo|tuilleadh|léigh tuilleadh|nasc",
	"hr": "ovdje|kliknite ovdje|više|pročitaj više|pročitajte više|saznaj više|poveznica|link",
	"hu": "itt|ide|kattintson ide|kattints ide|tovább|bővebben|több|link",
	"is": "hér|smelltu hér|meira|lesa meira|nánar|tengill",
	"it": "qui|qua|clicca qui|cliccare qui|clicca|premi qui|questo link|questo|questa pagina|questo sito|questo documento|link|il link|leggi|leggi tutto|leggi di più|continua|continua a leggere|altro|di più|scopri di più|maggiori informazioni|ulteriori informazioni|approfondisci|vedi|vedi qui|vai|dettagli|scarica|pagina|sito|collegamento",
	"lt": "čia|spauskite čia|daugiau|skaityti daugiau|plačiau|nuoroda",
	"lv": "šeit|spiediet šeit|noklikšķiniet šeit|vairāk|lasīt vairāk|saite",
	"mk": "тука|овде|кликнете овде|повеќе|прочитај повеќе|линк",
	"mt": "hawn|ikklikkja hawn|iktar|aqra iktar|aktar|aqra aktar|link",
	"nb": "her|klikk her|trykk her|mer|les mer|lenke",
	"nl": "hier|klik hier|meer|lees meer|lees verder|meer lezen|meer informatie|link|deze link",
	"nn": "her|klikk her|trykk her|meir|les meir|lenkje",
	"pl": "tutaj|tu|kliknij tutaj|kliknij|więcej|czytaj więcej|dowiedz się więcej|link",
	"pt": "aqui|clique aqui|mais|ler mais|leia mais|saiba mais|ver mais|ligação|link",
	"ro": "aici|click aici|faceți clic aici|mai mult|mai multe|citește mai mult|citiți mai mult|link",
	"sk": "tu|kliknite sem|kliknite tu|viac|čítať viac|čítajte viac|odkaz",
	"sl": "tukaj|tu|kliknite tukaj|več|preberi več|preberite več|povezava",
	"sq": "këtu|kliko këtu|klikoni këtu|më shumë|lexo më shumë|lidhje",
	"sr": "ovde|kliknite ovde|više|pročitaj više|овде|кликните овде|више|прочитај више|link|линк",
	"sv": "här|klicka här|mer|läs mer|länk",
	"tr": "burada|buraya|buraya tıklayın|tıklayın|daha fazla|devamı|devamını oku|bağlantı",
	"uk": "тут|натисніть тут|клацніть тут|більше|докладніше|детальніше|читати далі|посилання",
}

// vague tells of a link whose text says nothing, is an address, or is missing
// where no title of ours can stand in.
func (r *reading) vague(n ast.Node, l Link) {
	if l.Kind == LinkForbidden || l.Kind == LinkExternal && !strings.HasPrefix(l.Dest, "http") {
		return
	}
	if _, ok := n.(*ast.AutoLink); ok { // an address in <…> is meant to be read as one
		return
	}
	pos := r.textPos(n, l)
	switch {
	case l.Text == "" && (l.Kind == LinkInternal || n.ChildCount() > 0): // a title stands in, or the picture is told of
	case l.Text == "":
		r.add(diag.At(pos, "vague-link.empty", l.Dest).WithHint("hint.vague-link-empty", l.Dest))
	case isAddress(l.Text):
		r.add(diag.At(pos, "vague-link.address", l.Text).WithHint("hint.vague-link-address", l.Dest))
	case r.saysNothing(n, plainWords(l.Text)):
		r.add(diag.At(pos, "vague-link", l.Text).WithHint("hint.vague-link"))
	}
}

// saysNothing looks a text up in its own language and, because much is copied
// from English, in English.
func (r *reading) saysNothing(n ast.Node, text string) bool {
	lang, _, _ := strings.Cut(strings.ToLower(cmp.Or(attr(n, attrLang), r.doc.Lang)), "-")
	for _, texts := range []string{vagueTexts[lang], vagueTexts["en"]} {
		for one := range strings.SplitSeq(texts, "|") {
			if one == text {
				return true
			}
		}
	}
	return text == ""
}

// plainWords is a text without what stands around and between its words: “»
// Leggi tutto…” is leggi tutto.
func plainWords(text string) string {
	text = strings.TrimFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return strings.Join(strings.Fields(text), " ")
}

// isAddress holds for a text that is a whole address. The name of a site, such
// as www.inps.it, can be read out.
func isAddress(text string) bool {
	text = strings.ToLower(text)
	whole := strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://")
	site, path, _ := strings.Cut(text, "/")
	return !strings.ContainsAny(text, " \t") && (whole || strings.HasPrefix(site, "www.") && path != "")
}

// textPos is where the text of a link stands; its address where there is none.
func (r *reading) textPos(n ast.Node, l Link) diag.Pos {
	first, begins := n.FirstChild().(*ast.Text)
	last, ends := n.LastChild().(*ast.Text)
	if !begins || !ends {
		return l.Pos
	}
	return r.pos(first.Segment.Start, last.Segment.Stop)
}
