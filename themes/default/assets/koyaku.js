/*
 * What a browser adds to koyaku's pages: the search of the whole site and the filter above a long list.
 * It takes nothing away. Without it every page can be read, the search page shows its directory and lists are whole.
 * It sends nothing anywhere: the index is static files of the same site, and what is typed stays in the browser.
 */
"use strict";

/** Milliseconds without a key before a search begins. */
const PAUSE = 150;
/** Results that are shown at first, and again with every "more". */
const STEP = 10;
/** Entries that are read at a time to see whether they really hold what was typed. */
const AT_ONCE = 10;
/** Characters of an excerpt before and after the beginning of its first hit. */
const BEFORE = 40;
const AFTER = 80;

/** A character with the marks that belong to it: folded alone, ｼ of ｼﾞ would lose its voice. */
const CLUSTERS = /[^][\p{M}\uFF9E\uFF9F]*/gu;
/** Two code units that must not be torn apart: within a Latin word or a number, a surrogate pair, before a mark. */
const INSEPARABLE = /^(?:[\p{Script=Latin}\p{Nd}'’]{2}|[\u{10000}-\u{10FFFF}]|[^][\p{M}\uFF9E\uFF9F])$/u;
/** Pairs of these stand in nearly every text, so the index holds three at a time. */
const LATIN_PAIR = /^[0-9a-z]{2}$/;
const LATIN_THREE = /^[0-9a-z]{3}$/;

for (const form of document.querySelectorAll("form[data-search]")) offerSearch(form);
for (const form of document.querySelectorAll("form[data-filter-for]")) offerFilter(form);

/* Text: what counts as the same, and where it stands. The generator folds in the same way, or nothing would be found. */

/**
 * The text as it is compared: without the difference of width, case and kana, without spaces and ・, and with one space
 * for everything that is neither letter nor digit. `from` and `to` say for each code unit where it came from.
 */
function fold(text) {
  const folded = { text: "", from: [], to: [] };
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    const plain = foldCluster(cluster);
    folded.text += plain;
    for (let unit = 0; unit < plain.length; unit++) {
      folded.from.push(index);
      folded.to.push(index + cluster.length);
    }
  }
  return folded;
}

function foldCluster(cluster) {
  return cluster
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\p{White_Space}・]/gu, "")
    .replace(/[^\p{L}\p{N}ー]/gu, " ");
}

/** The folded pieces of a query, all of which have to be found. */
function partsOf(query) {
  const words = query.split(/\p{White_Space}+/u);
  return [...new Set(words.flatMap((word) => fold(word).text.split(" ")))].filter(Boolean);
}

/** Whether a folded text holds every part. */
function holdsAll(folded, parts) {
  return parts.every((part) => folded.includes(part));
}

/** Where the parts stand in a text, as `[start, end]`, in order and without overlaps. */
function hitsIn(text, parts) {
  const folded = fold(text);
  const hits = parts.flatMap((part) => occurrences(folded, part)).sort(([a], [b]) => a - b);
  return hits.reduce((merged, [start, end]) => {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
    return merged;
  }, []);
}

function occurrences(folded, part) {
  const found = [];
  for (let at = folded.text.indexOf(part); at >= 0; at = folded.text.indexOf(part, at + 1)) {
    found.push([folded.from[at], folded.to[at + part.length - 1]]);
  }
  return found;
}

/** The text cut at its hits: every second piece, counted from the second, is a hit. */
function piecesOf(text, parts) {
  const cuts = hitsIn(text, parts).flat();
  return [0, ...cuts].map((cut, at) => text.slice(cut, cuts[at]));
}

/** The surroundings of the first hit, or the beginning of a text that was found by its title or reading. */
function excerptOf(text, parts) {
  const [[first] = [0]] = hitsIn(text, parts);
  const start = settle(text, first - BEFORE, -1);
  const end = settle(text, first + AFTER, 1);
  return (start > 0 ? "…" : "") + text.slice(start, end).trim() + (end < text.length ? "…" : "");
}

/** The nearest place in a direction where a cut looks right, since half a word or half a character cannot be read. */
function settle(text, at, direction) {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  return INSEPARABLE.test(text.slice(at - 1, at + 1)) ? settle(text, at + direction, direction) : at;
}

/** A text with words and numbers in its places, which the generator left open as `{n}`. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The form of a counted text for a number, by the rules of the language of the page. */
function formFor(forms, number) {
  return forms[new Intl.PluralRules(document.documentElement.lang).select(number)] ?? forms.other;
}

/* The index: which entries may hold the parts, and in which files that stands. */

/**
 * The keys of a part in the index: every two characters, of Latin letters and digits every three, or a kanji or a word of two alone.
 * A kana or a letter alone is in no index.
 */
function keysOf(part) {
  const characters = [...part];
  if (characters.length === 1) return /\p{Script=Han}/u.test(part) ? [part] : [];
  if (characters.length === 2) return [part];
  return characters.slice(1).flatMap((second, before) => {
    const pair = characters[before] + second;
    if (!LATIN_PAIR.test(pair)) return [pair];
    const three = pair + (characters[before + 2] || "");
    return LATIN_THREE.test(three) ? [three] : [];
  });
}

function shardOf(key, shards) {
  const [first, second = 0, ...rest] = [...key].map((character) => character.codePointAt(0));
  const mixed = rest.reduce((sum, code) => sum * 31 + code, first * 31 + second);
  return (mixed ^ (mixed >>> 7)) & (shards - 1);
}

/** The entries of a delta coded list, in order, each with 1 when the key stands in its title. */
function decode(list) {
  let entry = -1;
  return new Map(list.map((number) => [(entry += number >> 1), number & 1]));
}

/** The entries that are in every list: first those that are a title's in all of them. */
function rank(lists) {
  const [shortest, ...others] = lists.map(decode).sort((a, b) => a.size - b.size);
  const entries = [...shortest.keys()].filter((entry) => others.every((list) => list.has(entry)));
  const inTitle = (entry) => shortest.get(entry) && others.every((list) => list.get(entry));
  return [...entries.filter(inTitle), ...entries.filter((entry) => !inTitle(entry))];
}

/** The files of the index at these paths. One that came before is kept; one that was broken off is asked for again. */
async function load(page, paths, signal) {
  const { search, version } = page.form.dataset;
  const missing = [...new Set(paths)].filter((path) => !page.files.has(path));
  await Promise.all(missing.map(async (path) => {
    const response = await fetch(`${search}${path}.json?v=${version}`, { signal });
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    page.files.set(path, await response.json());
  }));
  // Everything after this line runs without a pause, so this is the one place where an old answer has to stop.
  if (signal.aborted) throw new Error("A newer search has begun.");
  return paths.map((path) => page.files.get(path));
}

async function findCandidates(page, keys, signal) {
  const paths = keys.map((key) => `i/${shardOf(key, page.form.dataset.shards).toString(16)}`);
  const shards = await load(page, paths, signal);
  return rank(shards.map((shard, at) => shard[keys[at]] || []));
}

/** Reads the next candidates and keeps those that hold every part: two bigrams may stand far from each other. */
async function lookFurther(page, search, signal) {
  const { per } = page.form.dataset;
  const next = search.candidates.slice(search.looked, search.looked + AT_ONCE);
  const blocks = await load(page, next.map((entry) => `d/${Math.floor(entry / per)}`), signal);
  const entries = next.map((entry, at) => blocks[at][entry % per]);
  search.looked += next.length;
  search.entries.push(...entries.filter((entry) => isFound(entry, search.parts)));
  search.kinds = offerKinds(page, search.entries);
}

function isFound(entry, parts) {
  // The stroke is a break: what ends the title and begins the text is not one word.
  return holdsAll(fold([entry.t, entry.x, entry.r].filter(Boolean).join("|")).text, parts);
}

/* The search page: one `page` holds its parts and the running search, one `search` what is known about a query. */

function offerSearch(form) {
  const results = document.getElementById("_results");
  const page = {
    form,
    field: form.elements.q,
    results,
    status: results.querySelector("[role=status]"),
    list: results.querySelector("ol"),
    more: results.querySelector("button"),
    kinds: document.getElementById("_kinds"),
    directory: document.getElementById("_directory"),
    texts: JSON.parse(form.dataset.texts),
    files: new Map(),
    running: new AbortController(),
  };
  // A live region has to be there before its text changes, or a screen reader stays silent.
  results.hidden = false;
  listen(page);
  readAddress(page);
}

function listen(page) {
  onTyping(page.field, () => {
    clearTimeout(page.timer);
    page.timer = setTimeout(startSearch, PAUSE, page);
  });
  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    startSearch(page);
  });
  page.more.addEventListener("click", () => showMore(page));
  page.kinds.addEventListener("change", () => showChosen(page));
  page.field.addEventListener("keydown", (event) => onPlainKey(event, keysInField(page)));
  page.results.addEventListener("keydown", (event) => onPlainKey(event, keysInResults(page)));
  window.addEventListener("popstate", () => readAddress(page));
}

/** Acts on changes of a field, but not on the half-typed kana of an input method. */
function onTyping(field, act) {
  field.addEventListener("input", (event) => event.isComposing || act());
  field.addEventListener("compositionend", act);
}

function readAddress(page) {
  page.field.value = new URLSearchParams(location.search).get("q") || "";
  startSearch(page);
}

/** Puts the query into the address, so that the way back from a result, a reload and a link show it again. */
function writeAddress(query) {
  const address = new URL(location);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  try {
    history.replaceState(null, "", address);
  } catch {
    // A page opened from a folder may not change its address, and some browsers stop counting at a hundred changes.
  }
}

function startSearch(page) {
  clearTimeout(page.timer);
  // The old results stay until the new ones are there, but going on with them would end the new search.
  page.more.disabled = page.kinds.disabled = true;
  const query = page.field.value.trim();
  writeAddress(query);
  run(page, (signal) => answer(page, query, signal));
}

/** Does the one thing that may be under way; whatever was before is broken off and cannot show its answer any more. */
async function run(page, task) {
  page.running.abort();
  page.running = new AbortController();
  const { signal } = page.running;
  try {
    await task(signal);
  } catch (error) {
    if (signal.aborted) return;
    console.error(error);
    say(page, page.texts.failed);
  }
}

async function answer(page, query, signal) {
  const parts = partsOf(query);
  const keys = [...new Set(parts.flatMap(keysOf))];
  if (!keys.length) return say(page, query && page.texts.short);
  const search = {
    query,
    parts,
    candidates: await findCandidates(page, keys, signal),
    // When every part is a key itself, the index is never wrong about it.
    certain: parts.every((part) => keysOf(part)[0] === part),
    looked: 0,
    entries: [],
    kinds: [],
  };
  await lookFurther(page, search, signal);
  page.search = search;
  await show(page, STEP, signal);
}

/** Shows as many results as wanted. It looks one step ahead, so that "more" is never offered for nothing. */
async function show(page, wanted, signal) {
  const { search } = page;
  while (search.looked < search.candidates.length && chosenOf(search).length < wanted + STEP) {
    await lookFurther(page, search, signal);
  }
  const chosen = chosenOf(search);
  const left = Math.min(STEP, chosen.length - wanted);
  say(page, countText(page.texts, search));
  page.list.append(...chosen.slice(0, wanted).map((entry) => resultItem(page, entry)));
  page.directory.hidden = chosen.length > 0;
  page.more.hidden = left <= 0;
  page.more.textContent = fill(formFor(page.texts.more, left), { n: left });
  page.more.disabled = page.kinds.disabled = false;
  page.kinds.hidden = page.kinds.querySelectorAll("input").length < 2;
}

function showMore(page) {
  const shown = page.list.children.length;
  run(page, async (signal) => {
    await show(page, shown + STEP, signal);
    page.list.children[shown].querySelector("a").focus();
  });
}

function showChosen(page) {
  page.search.kinds = tickedIn(page.kinds);
  run(page, (signal) => show(page, STEP, signal));
}

/** Says something in place of results; the directory is then the way on. */
function say(page, text) {
  page.status.textContent = text;
  // Whoever went on to the old results before the new ones came would lose the place on the page with them.
  if (page.list.contains(document.activeElement)) page.field.focus();
  page.list.replaceChildren();
  page.more.hidden = page.kinds.hidden = true;
  page.directory.hidden = false;
}

function chosenOf({ entries, kinds }) {
  return kinds.length ? entries.filter((entry) => kinds.includes(entry.k)) : entries;
}

/** How many there are, as far as it is known without reading the whole index. */
function countText(texts, search) {
  const { query: q, candidates, certain, looked, kinds } = search;
  const all = looked === candidates.length;
  const known = certain && !all && !kinds.length ? candidates.length : chosenOf(search).length;
  const n = known.toLocaleString(document.documentElement.lang);
  if (known === 0) return fill(texts.none, { q });
  if (!all && known < candidates.length) return fill(formFor(texts.atleast, known), { n });
  return fill(formFor(texts.found, known), { n });
}

/** Offers the kinds of the entries and returns those that are ticked. A box that stays keeps its tick and the focus. */
function offerKinds(page, entries) {
  const kinds = new Set(entries.map((entry) => entry.k));
  for (const box of page.kinds.querySelectorAll("input")) {
    if (!kinds.delete(box.value)) box.closest("label").remove();
  }
  for (const kind of kinds) {
    page.kinds.append(element("label", {}, element("input", { type: "checkbox", value: kind }), kind));
  }
  return tickedIn(page.kinds);
}

function tickedIn(fieldset) {
  return [...fieldset.querySelectorAll(":checked")].map((box) => box.value);
}

function resultItem(page, { t, u, k, c, s, x, l }) {
  const { parts } = page.search;
  const item = element("li", {}, element("a", { href: page.form.dataset.root + u, lang: l, dir: l && "auto" }, ...marked(t, parts)));
  const facts = element("p", { class: "meta" }, element("span", {}, k));
  if (c) facts.append(element("span", {}, c));
  if (s) facts.append(element("span", { class: "status", "data-family": s[0] }, s[1]));
  item.append(facts);
  if (x) item.append(element("p", { class: "excerpt", lang: l, dir: l && "auto" }, ...marked(excerptOf(x, parts), parts)));
  return item;
}

function marked(text, parts) {
  return piecesOf(text, parts).map((piece, at) => (at % 2 ? element("mark", {}, piece) : piece));
}

/** A new element. What was typed and what was indexed become text nodes and never HTML. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/* Keys: each place has its own, and a key that is not listed keeps its usual meaning. */

function onPlainKey(event, keys) {
  // The input method and the browser's own shortcuts come first; 229 is how Safari says that a word is being composed.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // Shift and an arrow select text, but on some keyboards nothing else makes a stroke.
  if (event.shiftKey && event.key.length > 1) return;
  const act = keys[event.key];
  if (act && act(event.target) !== false) event.preventDefault();
}

function keysInField(page) {
  return {
    ArrowDown: () => move(page, 1),
    Escape: () => {
      page.field.value = "";
      startSearch(page);
    },
  };
}

function keysInResults(page) {
  return {
    ArrowDown: () => move(page, 1),
    ArrowUp: () => move(page, -1),
    Escape: () => page.field.focus(),
  };
}

/** Moves the focus along the field, the results and "more"; at both ends it stays where it is. */
function move(page, by) {
  const stops = [page.field, ...page.list.querySelectorAll("a"), page.more].filter((stop) => !stop.hidden);
  const next = stops[stops.indexOf(document.activeElement) + by];
  if (next) next.focus();
}

/* The filter of a list that is already on the page. */

function offerFilter(form) {
  const field = form.querySelector("input");
  const entries = entriesBelow(document.getElementById(form.dataset.filterFor));
  const filter = {
    field,
    entries,
    groups: groupsOf(entries),
    output: form.querySelector("output"),
    texts: JSON.parse(form.dataset.texts),
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  onTyping(field, () => applyFilter(filter));
  // A browser that goes back to a page fills its fields again without saying so.
  window.addEventListener("pageshow", () => applyFilter(filter));
}

/** The entries of a list, or of all lists inside an element, with their folded text. */
function entriesBelow(root) {
  const lists = root.matches("[data-filter]") ? [root] : [...root.querySelectorAll("[data-filter]")];
  const nodes = lists.flatMap((list) => [...list.children]);
  return nodes.map((node) => ({ node, text: fold(node.textContent).text }));
}

/** The parts of the page with the entries that each holds, such as a section with its heading; a list of other names holds none. */
function groupsOf(entries) {
  const groups = [...document.querySelectorAll("[data-filter-group]")];
  return groups.map((group) => ({ group, entries: entries.filter(({ node }) => group.contains(node)) }));
}

function applyFilter({ field, entries, groups, output, texts }) {
  const parts = partsOf(field.value);
  for (const { node, text } of entries) node.hidden = !holdsAll(text, parts);
  for (const { group, entries } of groups) group.hidden = parts.length > 0 && entries.every(({ node }) => node.hidden);
  const n = entries.filter(({ node }) => !node.hidden).length;
  const text = n ? texts.count : texts.none;
  output.textContent = parts.length ? fill(text, { n, total: entries.length, q: field.value.trim() }) : "";
}
