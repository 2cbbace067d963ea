// Reloads the page when what it shows has changed, and shows the bar below it.
// The address of this script carries the token of the server and the page's mark.
(() => {
	"use strict";
	const own = new URL(document.currentScript.src);
	const mark = own.searchParams.get("v");
	const token = own.searchParams.get("token");
	const kind = document.documentElement.dataset.dossier; // of the server's own pages
	const covered = kind === "errors";
	const place = `dossier-place:${location.pathname}`;

	const stored = (use) => {
		try {
			return use(sessionStorage);
		} catch {
			return null; // storage is forbidden
		}
	};

	// A browser keeps the scroll position over a reload, but not over an error
	// page in between, and never which details were open.
	const details = () => [...document.querySelectorAll("details")];
	const reload = () => {
		const kept = { top: scrollY, open: details().map((d) => d.open) };
		if (!covered) stored((s) => s.setItem(place, JSON.stringify(kept)));
		location.reload();
	};
	const restore = () => {
		const text = stored((s) => s.getItem(place));
		if (text === null || covered) return;
		stored((s) => s.removeItem(place));
		const { top, open } = JSON.parse(text);
		const all = details();
		if (all.length === open.length) all.forEach((d, i) => (d.open = open[i]));
		history.scrollRestoration = "manual"; // or the error page's top comes back
		scrollTo({ top, behavior: "instant" });
		addEventListener("load", () => {
			scrollTo({ top, behavior: "instant" }); // pictures may have made room
			setTimeout(() => (history.scrollRestoration = "auto"));
		});
	};

	// In the pair view one listener asks for all frames, because browsers allow
	// six connections to a server. What a frame shows stands in its own script.
	const framed = window !== top;
	const frames = () => [...document.querySelectorAll("iframe")];
	const markOf = (frame) => {
		const script = frame.contentDocument?.querySelector(`script[src^="${own.pathname}"]`);
		return script ? new URL(script.src).searchParams.get("v") : null;
	};
	const compare = (marks) => {
		if (marks[0] !== mark) {
			reload();
			return;
		}
		frames().forEach((frame, i) => {
			const shown = markOf(frame);
			if (shown !== null && shown !== marks[i + 1]) frame.contentWindow.dispatchEvent(new Event("dossier-reload"));
		});
	};

	// The bar stands in a shadow tree: the site's styles do not reach it, nor its
	// styles the site.
	const closed = "dossier-bar";
	let bar = null;
	const show = (html) => {
		if (kind || framed || stored((s) => s.getItem(closed))) return;
		if (!bar) {
			const host = document.createElement("aside");
			const shadow = host.attachShadow({ mode: "open" });
			const style = document.createElement("link");
			style.rel = "stylesheet";
			style.href = "/_dossier/bar.css";
			host.hidden = true; // until it is styled
			style.addEventListener("load", () => (host.hidden = false));
			bar = document.createElement("div");
			shadow.append(style, bar);
			document.body.append(host);
			document.documentElement.style.scrollPaddingBottom = "3rem"; // the bar hides no focus
		}
		const open = bar.querySelector("details")?.open;
		bar.innerHTML = html;
		const host = bar.getRootNode().host;
		host.setAttribute("aria-label", bar.firstElementChild.dataset.label);
		if (open) bar.querySelector("details").open = true;
		bar.querySelector("button").addEventListener("click", () => {
			stored((s) => s.setItem(closed, "closed"));
			host.remove();
			document.documentElement.style.scrollPaddingBottom = "";
		});
	};

	// Only a page that is seen listens. One that is shown again learns at once
	// whether it is out of date.
	let source = null;
	let heard = false;
	let last = null;
	const address = (at) => at.pathname + at.search;
	const listen = () => {
		if (source || document.hidden || framed) return;
		const query = new URLSearchParams({ token });
		query.append("page", address(location));
		for (const frame of frames()) query.append("page", address(new URL(frame.src)));
		source = new EventSource(`/_dossier/events?${query}`);
		source.onmessage = (event) => {
			heard = true;
			last = event.data.split(" ");
			compare(last);
		};
		source.addEventListener("bar", (event) => show(event.data));
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
	addEventListener("dossier-reload", reload);
	for (const frame of frames()) frame.addEventListener("load", () => last && compare(last));
	restore();
	listen();
})();
