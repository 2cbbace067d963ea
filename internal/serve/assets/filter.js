// Filters the list of pages while the reader types. Without it the form asks the
// server for the same.
(() => {
	"use strict";
	const form = document.getElementById("filter");
	const field = document.getElementById("q");
	if (field.value) return; // the server has left pages out: only it can bring them back
	const rows = [...document.querySelectorAll("tbody tr")].map((row) => ({ row, text: row.textContent.toLowerCase() }));
	const groups = [...document.querySelectorAll(".group")];
	const key = "dossier-filter";

	const apply = () => {
		const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
		let shown = 0;
		for (const { row, text } of rows) {
			row.hidden = !words.every((word) => text.includes(word));
			if (!row.hidden) shown++;
		}
		for (const group of groups) {
			const left = group.querySelectorAll("tbody tr:not([hidden])").length;
			group.hidden = left === 0;
			group.querySelector("h2 small").textContent = String(left);
		}
		document.getElementById("shown").textContent = String(shown);
		document.getElementById("none").hidden = shown > 0;
		try {
			sessionStorage.setItem(key, field.value); // the page reloads with every save
		} catch {
			// storage is forbidden: the words are lost with the next reload
		}
	};
	try {
		field.value = sessionStorage.getItem(key) ?? "";
	} catch {
		// as above
	}
	form.querySelector("button").hidden = true;
	form.addEventListener("submit", (event) => event.preventDefault());
	field.addEventListener("input", apply);
	apply();
})();
