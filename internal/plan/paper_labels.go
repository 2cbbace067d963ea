package plan

import "dossier/internal/view"

// paperLabels is the furniture of documents.
func (l *local) paperLabels() view.PaperLabels {
	t := func(id string) string { return l.t("paper." + id) }
	return view.PaperLabels{
		Page: t("page"), Contents: t("contents"), Web: t("web"), QR: t("qr"), Checked: t("checked"), Who: t("who"),
		Territory: t("territory"), Contacts: t("contacts"), Legal: t("legal"), Colophon: t("colophon"),
		Updated: t("updated"), Licence: t("licence"), Disclaimer: t("disclaimer"),
		Emblem: t("emblem"), Chapter: t("chapter"), Elsewhere: t("elsewhere"), Platform: t("platform"),
		Lines: t("lines"), Timeline: t("timeline"), Results: t("results"), Partners: t("partners"), Contact: t("contact"),
		Goals: t("goals"), Phone: t("phone"), Cover: t("cover"), Title: t("title"),
		PageList: t("page-list"), Landmarks: t("landmarks"), AccessNote: t("access-note"),
	}
}
