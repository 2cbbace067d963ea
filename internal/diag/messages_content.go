package diag

var contentMessages = map[string]entry{}
