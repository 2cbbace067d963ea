// Reloads the page when the site has changed. The address of this script carries
// the token and the version of the site that the page shows.
(() => {
	"use strict";
	const own = new URL(document.currentScript.src);
	const version = own.searchParams.get("v");
	const token = own.searchParams.get("token");
	const onErrorPage = document.documentElement.dataset.dossier === "errors";
	const place = `dossier-scroll:${location.pathname}`;

	// A browser keeps the scroll position over a reload, but not over an error
	// page in between.
	const stored = (use) => {
		try {
			return use(sessionStorage);
		} catch {
			return null; // storage is forbidden
		}
	};
	const reload = () => {
		if (!onErrorPage) stored((s) => s.setItem(place, String(scrollY)));
		location.reload();
	};
	const restore = () => {
		const top = stored((s) => s.getItem(place));
		if (top === null || onErrorPage) return;
		stored((s) => s.removeItem(place));
		history.scrollRestoration = "manual"; // or the error page's top comes back
		scrollTo({ top: Number(top), behavior: "instant" });
		addEventListener("load", () => setTimeout(() => (history.scrollRestoration = "auto")));
	};

	// Only a page that is seen listens: browsers allow six connections to a
	// server, and a writer may have more pages open. One that is shown again
	// learns at once whether it is out of date.
	let source = null;
	let heard = false;
	const listen = () => {
		if (source || document.hidden) return;
		source = new EventSource(`/_dossier/events?token=${encodeURIComponent(token)}`);
		source.onmessage = (event) => {
			heard = true;
			if (event.data !== version) reload();
		};
		source.onerror = () => {
			// Refused after having been accepted: another server took over.
			if (source?.readyState === EventSource.CLOSED && heard) reload();
		};
	};
	const rest = () => {
		source?.close();
		source = null;
	};
	document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
	addEventListener("pagehide", rest);
	addEventListener("pageshow", listen);
	restore();
	listen();
})();
