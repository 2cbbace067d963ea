// Keeps the frames of the pair view at the same part of the page, and follows the
// reader to another page: the view then shows that one in all its languages.
(() => {
	"use strict";
	const frames = [...document.querySelectorAll("iframe")];
	const place = `dossier-pair:${location.pathname}`;
	let leader = null; // the frame that the reader scrolls; the others follow

	const room = (frame) => {
		const root = frame.contentDocument.documentElement;
		return root.scrollHeight - root.clientHeight;
	};
	const part = (frame) => (room(frame) > 0 ? frame.contentWindow.scrollY / room(frame) : 0);
	const scroll = (frame, to) => frame.contentWindow.scrollTo({ top: to * room(frame), behavior: "instant" });

	const follow = (frame) => {
		if (frame !== leader) return;
		const to = part(frame);
		for (const other of frames) {
			if (other !== frame && other.contentDocument?.documentElement) scroll(other, to);
		}
		try {
			sessionStorage.setItem(place, String(to));
		} catch {
			// storage is forbidden: a reload begins at the top
		}
	};

	const remembered = () => {
		try {
			return Number(sessionStorage.getItem(place) ?? 0);
		} catch {
			return 0;
		}
	};

	const loaded = (frame) => {
		let inner;
		try {
			inner = frame.contentWindow;
			if (!inner.location.pathname) return;
		} catch {
			return; // another site: nothing to keep in step
		}
		const now = inner.location.pathname;
		if (now !== new URL(frame.src).pathname && (now.endsWith("/") || now.endsWith(".html"))) {
			location.assign(`/_pair${now}${inner.location.hash}`);
			return;
		}
		for (const event of ["wheel", "touchstart", "pointerdown", "keydown", "focusin"]) {
			inner.addEventListener(event, () => (leader = frame), { passive: true, capture: true });
		}
		inner.addEventListener("scroll", () => follow(frame), { passive: true });
		if (remembered() > 0) scroll(frame, remembered());
	};

	for (const frame of frames) {
		frame.addEventListener("load", () => loaded(frame));
		if (frame.contentDocument?.readyState === "complete" && frame.contentWindow.location.href !== "about:blank") loaded(frame);
	}
})();
