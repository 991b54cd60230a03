// What the search decides without a page: which spellings are the same, which entries a query finds, and what of them is shown.
// The script runs as it is published, on a page that has neither a search nor a list. How it behaves on a page is tested elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const path = new URL("../../themes/default/assets/koyaku.js", import.meta.url);
const asked = [];
const document = { documentElement: { lang: "ja" }, querySelectorAll: (selector) => asked.push(selector) && [] };
const script = vm.createContext({ document });
vm.runInContext(readFileSync(path, "utf8"), script, { filename: path.pathname });

/** Calls a function of the script; what it returns is copied, since arrays of another context are never strictly equal. */
const call = (name, ...values) => structuredClone(script[name](...values));
const folded = (text) => call("fold", text).text;
const holds = (entry, query) => call("isFound", entry, call("partsOf", query));

/** Writes what decode reads, straight from the description of the format. */
const encode = (entries) => entries.map(([entry, title], at) => (entry - (at ? entries[at - 1][0] : -1)) * 2 + title);

test("a page without a search and without a list is left alone", () => {
  assert.deepEqual(asked, ["form[data-search]", "form[data-filter-for]"]);
});

test("width, case and kana make no difference", () => {
  assert.equal(folded("ＡＩ"), "ai");
  assert.equal(folded("AI"), "ai");
  for (const spelling of ["ｼｽﾃﾑ", "システム", "しすてむ"]) assert.equal(folded(spelling), "しすてむ");
  assert.equal(folded("ｶﾞﾊﾞﾅﾝｽ"), "がばなんす");
  assert.equal(folded("か\u3099"), "が");
  assert.equal(folded("ヴヵヶ"), "ゔゕゖ");
  assert.equal(folded("令和７年度"), "令和7年度");
});

test("the long vowel mark is a letter, half-width or not", () => {
  assert.equal(folded("ｾﾝﾀｰ"), "せんたー");
});

test("spaces and middle dots vanish, and everything else that is no letter breaks", () => {
  assert.equal(folded("厚木 太郎"), "厚木太郎");
  assert.equal(folded("厚木　太郎"), "厚木太郎");
  assert.equal(folded("計画・公約"), "計画公約");
  assert.equal(folded("計画･公約"), "計画公約");
  assert.equal(folded("計画、公約"), "計画 公約");
  assert.equal(folded("Land use"), "landuse");
  assert.equal(folded("land-use"), "land use");
});

test("each folded letter knows where it came from", () => {
  assert.deepEqual(call("fold", "ｶﾞ㌔𠮷"), { text: "がきろ𠮷", from: [0, 2, 2, 3, 3], to: [2, 3, 3, 5, 5] });
});

test("a query is its words, and a word is its unbroken parts", () => {
  assert.deepEqual(call("partsOf", "防災　ＡＩ"), ["防災", "ai"]);
  assert.deepEqual(call("partsOf", "  land-use land  "), ["land", "use"]);
  assert.deepEqual(call("partsOf", "？"), []);
  assert.deepEqual(call("partsOf", ""), []);
});

test("a part is looked up by its bigrams, and a kanji alone by itself", () => {
  assert.deepEqual(call("keysOf", "防災計画"), ["防災", "災計", "計画"]);
  assert.deepEqual(call("keysOf", "𠮷野家"), ["𠮷野", "野家"]);
  assert.deepEqual(call("keysOf", "land2"), ["lan", "and", "nd2"]);
  assert.deepEqual(call("keysOf", "ai"), ["ai"]);
  assert.deepEqual(call("keysOf", "ai化"), ["i化"]);
  assert.deepEqual(call("keysOf", "市"), ["市"]);
  assert.deepEqual(call("keysOf", "𠮷"), ["𠮷"]);
  for (const alone of ["し", "a", "7", "ー"]) assert.deepEqual(call("keysOf", alone), []);
});

test("the number of a shard follows the published rule", () => {
  // 防 is U+9632 and 災 is U+707D: 38450 × 31 + 28797 = 1220747, 1220747 ^ 9537 = 1213898, whose last six bits are 10.
  assert.equal(script.shardOf("防災", 64), 10);
  // 97 × 31 + 105 = 3112, 3112 ^ 24 = 3120, whose last six bits are 48.
  assert.equal(script.shardOf("ai", 64), 48);
  // 38450 × 31 = 1191950, 1191950 ^ 9312 = 1184878, whose last six bits are 46.
  assert.equal(script.shardOf("防", 64), 46);
  assert.equal(script.shardOf("防", 1), 0);
  // (108 × 31 + 97) × 31 + 110 = 106905, and 106905 ^ 835 = 107226.
  assert.equal(script.shardOf("lan", 64), 107226 & 63);
});

test("shard numbers are taken as they stand in an attribute", () => {
  assert.equal(script.shardOf("防災", "64"), 10);
});

test("a delta coded list gives back its entries and their title flags", () => {
  // Entry 0 by its title, entry 3, and entry 4 by its title.
  assert.deepEqual([...call("decode", [3, 6, 3])], [[0, 1], [3, 0], [4, 1]]);
  assert.deepEqual(encode([[0, 1], [3, 0], [4, 1]]), [3, 6, 3]);
  assert.deepEqual([...call("decode", [])], []);
});

test("only entries in every list remain, titles first and then in order", () => {
  const first = encode([[1, 0], [4, 1], [7, 1], [9, 1]]);
  const second = encode([[0, 1], [1, 1], [4, 0], [7, 1], [9, 1], [12, 1]]);
  assert.deepEqual(call("rank", [first, second]), [7, 9, 1, 4]);
  assert.deepEqual(call("rank", [second, first]), [7, 9, 1, 4]);
  assert.deepEqual(call("rank", [first, second, []]), []);
  assert.deepEqual(call("rank", [first]), [4, 7, 9, 1]);
});

test("a word is found inside a longer one, by any spelling and by its reading", () => {
  assert.ok(holds({ t: "地区防災計画" }, "防災"));
  assert.ok(holds({ t: "窓口のＡＩ" }, "ai"));
  assert.ok(holds({ t: "更新", x: "基幹ｼｽﾃﾑ" }, "しすてむ"));
  assert.ok(holds({ t: "経営", r: "けいえい" }, "けいえい"));
  assert.ok(holds({ t: "経営", r: "けいえい" }, "ケイエイ"));
  assert.ok(holds({ t: "本厚木駅周辺" }, "駅"));
  assert.ok(holds({ t: "Land use plan" }, "landuse"));
  assert.ok(holds({ t: "Land use plan" }, "LAND USE"));
});

test("every word has to be found, in whatever order and field", () => {
  const entry = { t: "地区防災計画", x: "ＡＩを使う", r: "ちくぼうさいけいかく" };
  assert.ok(holds(entry, "AI 防災"));
  assert.ok(!holds(entry, "AI 福祉"));
});

test("two bigrams that stand apart are not a word", () => {
  // 子育 and 育て are both there, 子育て is not.
  assert.ok(!holds({ t: "子育ち", x: "保育て" }, "子育て"));
});

test("no word reaches across a full stop or from the title into the text", () => {
  assert.ok(!holds({ t: "計画", x: "防。災" }, "防災"));
  assert.ok(!holds({ t: "市の防", x: "災いを防ぐ" }, "防災"));
});

test("hits are marked in the source's own characters", () => {
  assert.deepEqual(call("piecesOf", "基幹ｼｽﾃﾑとシステム", ["しすてむ"]), ["基幹", "ｼｽﾃﾑ", "と", "システム", ""]);
  assert.deepEqual(call("piecesOf", "ＡＩ（ai）", ["ai"]), ["", "ＡＩ", "（", "ai", "）"]);
  assert.deepEqual(call("piecesOf", "情報・公開", ["情報公開"]), ["", "情報・公開", ""]);
  assert.deepEqual(call("piecesOf", "人生100年", ["100年"]), ["人生", "100年", ""]);
  assert.deepEqual(call("piecesOf", "なし", ["防災"]), ["なし"]);
  assert.deepEqual(call("piecesOf", "", ["防災"]), [""]);
});

test("hits that overlap or touch are one mark, whichever word they belong to", () => {
  assert.deepEqual(call("piecesOf", "地区防災計画だ", ["防災", "災計画"]), ["地区", "防災計画", "だ"]);
  assert.deepEqual(call("piecesOf", "防災計画", ["計画", "防災"]), ["", "防災計画", ""]);
  assert.deepEqual(call("piecesOf", "ああああ", ["ああ"]), ["", "ああああ", ""]);
});

test("an excerpt surrounds the first hit and shows where it was cut", () => {
  const text = `${"前".repeat(60)}防災${"後".repeat(100)}`;
  assert.equal(call("excerptOf", text, ["防災"]), `…${"前".repeat(40)}防災${"後".repeat(78)}…`);
});

test("a short text is its own excerpt", () => {
  assert.equal(call("excerptOf", "防災の計画", ["計画"]), "防災の計画");
  assert.equal(call("excerptOf", "見出しで見つかった", ["防災"]), "見出しで見つかった");
});

test("an excerpt never begins or ends inside an English word, a number or a character", () => {
  const words = "improvement ".repeat(20);
  assert.equal(call("excerptOf", `${words}land use ${words}`, ["land"]), `…${"improvement ".repeat(4)}land use ${"improvement ".repeat(6).trim()}…`);
  const rare = `${"𠮷".repeat(60)}防災${"𠮷".repeat(60)}`;
  assert.ok(call("excerptOf", `あ${rare}`, ["防災"]).isWellFormed());
  assert.ok(call("excerptOf", rare, ["防災"]).isWellFormed());
  assert.equal(call("excerptOf", `${"後".repeat(79)}カ\u3099終`, ["防災"]), `${"後".repeat(79)}カ\u3099…`);
});

test("numbers and words go into the places a text leaves open, as they are", () => {
  assert.equal(call("fill", "「{q}」は{n}件", { q: "$&{n}", n: 3 }), "「$&{n}」は3件");
});

test("a count is exact when all was read or the index alone is certain, and a lower bound otherwise", () => {
  const texts = { none: "「{q}」なし", found: { other: "{n}件" }, atleast: { other: "{n}件以上" } };
  const entries = (count) => Array.from({ length: count }, () => ({ k: "公約" }));
  const search = (known) => ({ query: "防災", candidates: entries(1200), certain: false, looked: 60, entries: entries(55), kinds: [], ...known });
  const count = (known) => call("countText", texts, search(known));
  assert.equal(count({}), "55件以上");
  assert.equal(count({ certain: true }), "1,200件");
  assert.equal(count({ certain: true, kinds: ["公約"] }), "55件以上");
  assert.equal(count({ looked: 1200 }), "55件");
  assert.equal(count({ looked: 1200, entries: entries(1) }), "1件");
  assert.equal(count({ looked: 1200, entries: [] }), "「防災」なし");
});
