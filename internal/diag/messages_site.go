package diag

var siteMessages = map[string]entry{}
var hintMessages = map[string]entry{}
var terms = map[Term]entry{}
