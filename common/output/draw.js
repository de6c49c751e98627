"use strict";
(() => {
	const stage = document.getElementById("stage"), svg = stage.querySelector("svg");
	const view = svg.querySelector(".view"), names = svg.querySelector(".names");
	const find = document.getElementById("find"), found = document.getElementById("found");
	const said = document.getElementById("said");
	const nodes = [], edges = [], shown = [], rows = [];
	const NEAR_MOST = 60, SCALE_LEAST = 0.5, SCALE_MOST = 40, STEP = 1.3;

	for (const shape of svg.querySelectorAll(".nodes [id]")) {
		const box = shape.getBBox(), title = shape.querySelector("title").textContent;
		nodes[+shape.id.slice(1)] = {
			shape, title, name: title.split("\n")[0], edges: [], near: new Set(),
			x: box.x + box.width / 2, y: box.y + box.height / 2, r: box.width / 2,
		};
	}
	for (const line of svg.querySelectorAll("[data-ends]")) {
		const [a, b] = line.dataset.ends.split(" ").map(Number);
		edges.push(line);
		nodes[a].edges.push(line);
		nodes[b].edges.push(line);
		if (a !== b) {
			nodes[a].near.add(b);
			nodes[b].near.add(a);
		}
	}
	for (const text of names.querySelectorAll("[data-node]"))
		shown[+text.dataset.node] = text;
	for (const row of document.querySelectorAll("tr[data-node]"))
		rows[+row.dataset.node] = row;

	/* Highlighting: a node with its neighbours, or what was searched for. */

	let pinned = -1, current = -1, extra = [];

	function clear() {
		stage.classList.remove("dim");
		for (const e of svg.querySelectorAll(".near, .here, .match"))
			e.classList.remove("near", "here", "match");
		for (const text of extra)
			text.remove();
		extra = [];
	}

	function name_of(i) {
		if (shown[i]) {
			shown[i].classList.add("near");
			return;
		}
		const n = nodes[i];
		const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
		text.setAttribute("x", n.x + n.r + 3);
		text.setAttribute("y", n.y + 4);
		text.setAttribute("class", "near");
		text.textContent = n.name.length > 40 ? n.name.slice(0, 39) + "…" : n.name;
		names.append(text);
		extra.push(text);
	}

	function say(i) {
		const n = nodes[i], near = [...n.near].map(k => nodes[k].name);
		const list = near.length > 12 ? near.slice(0, 12).join(", ") + " …" : near.join(", ");
		said.textContent = n.title.split("\n").join(" · ") +
			(near.length ? " · " + said.dataset.near + " (" + near.length + "): " + list : "");
	}

	function highlight(i) {
		clear();
		stage.classList.add("dim");
		const n = nodes[i];
		n.shape.classList.add("here");
		for (const line of n.edges)
			line.classList.add("near");
		[i, ...n.near].slice(0, NEAR_MOST).forEach(name_of);
		for (const k of n.near)
			nodes[k].shape.classList.add("near");
		say(i);
	}

	function release() {
		pinned = -1;
		clear();
		said.textContent = "";
		search();
	}

	function pin(i) {
		pinned = i;
		highlight(i);
	}

	function node_at(target) {
		const shape = target instanceof Element && target.closest(".nodes [id]");
		return shape ? +shape.id.slice(1) : -1;
	}

	svg.addEventListener("pointerover", e => {
		const i = node_at(e.target);
		if (i >= 0 && pinned < 0)
			highlight(i);
	});
	svg.addEventListener("pointerout", e => {
		if (node_at(e.target) >= 0 && pinned < 0)
			release();
	});

	/* Searching: case and accents do not count. */

	function plain(s) {
		return s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/ł/g, "l");
	}

	const plain_names = nodes.map(n => plain(n.name));
	let matches = [];

	function search() {
		const wanted = plain(find.value.trim());
		matches = [];
		nodes.forEach((n, i) => {
			const hit = wanted !== "" && plain_names[i].includes(wanted);
			if (hit)
				matches.push(i);
			if (rows[i])
				rows[i].hidden = wanted !== "" && !hit;
		});
		found.textContent = wanted === "" ? "" : found.dataset.word + ": " + matches.length;
		if (pinned >= 0)
			return;
		clear();
		if (wanted === "")
			return;
		stage.classList.add("dim");
		for (const i of matches)
			nodes[i].shape.classList.add("match");
		matches.slice(0, NEAR_MOST).forEach(name_of);
	}

	find.addEventListener("input", () => {
		pinned = -1;
		search();
	});
	find.addEventListener("keydown", e => {
		if (e.key === "Enter" && matches.length) {
			e.preventDefault();
			go(matches[0]);
		} else if (e.key === "Escape") {
			find.value = "";
			release();
		}
	});

	/* Moving and enlarging: place = scale * place in the picture + offset. */

	let scale = 1, left = 0, top = 0;

	function apply() {
		view.setAttribute("transform", `translate(${left} ${top}) scale(${scale})`);
	}

	function place(e) {
		return new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
	}

	function zoom(by, x, y) {
		const next = Math.min(SCALE_MOST, Math.max(SCALE_LEAST, scale * by));
		left = x - (x - left) * next / scale;
		top = y - (y - top) * next / scale;
		scale = next;
		apply();
	}

	function zoom_middle(by) {
		const box = svg.viewBox.baseVal;
		zoom(by, box.width / 2, box.height / 2);
	}

	function whole() {
		scale = 1;
		left = top = 0;
		apply();
	}

	function show(i) {
		const box = svg.viewBox.baseVal, n = nodes[i];
		const x = scale * n.x + left, y = scale * n.y + top;
		if (x > 0 && x < box.width && y > 0 && y < box.height)
			return;
		left += box.width / 2 - x;
		top += box.height / 2 - y;
		apply();
	}

	svg.addEventListener("wheel", e => {
		e.preventDefault();
		const p = place(e);
		zoom(Math.pow(1.0015, -e.deltaY), p.x, p.y);
	}, {passive: false});

	const fingers = new Map();
	let moved = 0;

	function middle() {
		const all = [...fingers.values()];
		return {
			x: all.reduce((s, p) => s + p.x, 0) / all.length,
			y: all.reduce((s, p) => s + p.y, 0) / all.length,
			apart: all.length > 1 ? Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y) : 0,
		};
	}

	svg.addEventListener("pointerdown", e => {
		if (!fingers.size)
			moved = 0;
		fingers.set(e.pointerId, place(e));
	});
	window.addEventListener("pointermove", e => {
		if (!fingers.has(e.pointerId))
			return;
		const before = middle();
		fingers.set(e.pointerId, place(e));
		const after = middle();
		moved += Math.hypot(after.x - before.x, after.y - before.y);
		left += after.x - before.x;
		top += after.y - before.y;
		apply();
		if (before.apart > 0 && after.apart > 0) {
			moved += Math.abs(after.apart - before.apart);
			zoom(after.apart / before.apart, after.x, after.y);
		}
	});
	for (const end of ["pointerup", "pointercancel"])
		window.addEventListener(end, e => fingers.delete(e.pointerId));
	svg.addEventListener("click", e => {
		const i = node_at(e.target);
		if (moved > 4)
			return;
		if (i >= 0 && i !== pinned)
			go(i);
		else
			release();
	});
	document.getElementById("nearer").addEventListener("click", () => zoom_middle(STEP));
	document.getElementById("farther").addEventListener("click", () => zoom_middle(1 / STEP));
	document.getElementById("whole").addEventListener("click", () => {
		whole();
		release();
	});

	/* Keys: one node at a time can be reached with Tab, arrows go to the next one that way. */

	function make_current(i) {
		if (current >= 0)
			nodes[current].shape.setAttribute("tabindex", "-1");
		current = i;
		nodes[i].shape.setAttribute("tabindex", "0");
	}

	function go(i) {
		make_current(i);
		show(i);
		nodes[i].shape.focus({preventScroll: true});
		pin(i);
	}

	const WAYS = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]};

	function next_that_way(i, [wx, wy]) {
		let best = -1, least = Infinity;
		nodes.forEach((n, k) => {
			const dx = n.x - nodes[i].x, dy = n.y - nodes[i].y;
			const along = dx * wx + dy * wy, across = Math.abs(dx * wy) + Math.abs(dy * wx);
			if (k === i || along <= 0 || across > 2 * along)
				return;
			if (along + 2 * across < least) {
				least = along + 2 * across;
				best = k;
			}
		});
		return best;
	}

	stage.addEventListener("keydown", e => {
		const way = WAYS[e.key];
		if (way && current >= 0) {
			const next = next_that_way(current, way);
			if (next >= 0)
				go(next);
		} else if (e.key === "Enter" || e.key === " ") {
			if (pinned === current)
				release();
			else
				pin(current);
		} else if (e.key === "Escape") {
			release();
		} else if (e.key === "+" || e.key === "=") {
			zoom_middle(STEP);
		} else if (e.key === "-") {
			zoom_middle(1 / STEP);
		} else if (e.key === "0") {
			whole();
		} else {
			return;
		}
		e.preventDefault();
	});
	stage.addEventListener("focusin", e => {
		const i = node_at(e.target);
		if (i >= 0 && pinned < 0)
			highlight(i);
	});
	for (const n of nodes) {
		n.shape.setAttribute("tabindex", "-1");
		n.shape.setAttribute("role", "button");
	}
	document.querySelector("table").addEventListener("click", e => {
		const row = e.target.closest("button") && e.target.closest("tr[data-node]");
		if (!row)
			return;
		go(+row.dataset.node);
		stage.scrollIntoView({block: "nearest"});
	});
	const first = document.querySelector("tr[data-node]");
	if (first)
		make_current(+first.dataset.node);
	apply();
})();
