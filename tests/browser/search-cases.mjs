// What must be found, by site and language: a query and pages of which each must be among the first ten results, or first. What is
// found by its reading has nothing to mark, since the reading is not shown. On the real site the pages are entries of the
// glossary, whose addresses do not change when more is recorded; the sample never changes by itself.

export const CASES = {
  real: {
    ja: [
      { query: "AI", first: "glossary/ai/", sameAs: "ＡＩ" },
      { query: "フレイル", first: "glossary/frailty/", sameAs: "ふれいる", excerpt: true },
      { query: "システム", some: true, sameAs: "ｼｽﾃﾑ", excerpt: true },
      { query: "防災", among: ["glossary/district-disaster-plan/"], excerpt: true },
      { query: "地区防災計画", first: "glossary/district-disaster-plan/" },
      { query: "指定管理者制度", first: "glossary/designated-manager/", excerpt: true },
      { query: "していかんりしゃ", first: "glossary/designated-manager/", byReading: true },
      { query: "土地区画", among: ["glossary/land-readjustment/"] },
      { query: "EBPM", among: ["glossary/ebpm/"], sameAs: "ebpm" },
      { query: "防災 計画", among: ["glossary/district-disaster-plan/"], sameAs: "防災　計画" },
      { query: "駅", some: true },
      { query: "無い言葉", none: true },
      { query: "システム 無い言葉", none: true },
      { query: "<b>防災</b>&", says: true },
      { query: "<b>無い言葉", none: true },
      { query: "あ", says: true },
    ],
    en: [
      { query: "land readjustment", first: "glossary/land-readjustment/", sameAs: "Land  Readjustment", excerpt: true },
      { query: "EBPM", among: ["glossary/ebpm/"], sameAs: "ebpm" },
      { query: "AI", among: ["glossary/ai/"] },
      { query: "frailty", first: "glossary/frailty/" },
      { query: "designated manager", among: ["glossary/designated-manager/"], excerpt: true },
      { query: "disaster plan", among: ["glossary/district-disaster-plan/"] },
      { query: "no such word anywhere", none: true },
      { query: "<b>nowhere", none: true },
    ],
  },
  sample: {
    ja: [
      { query: "放課後児童クラブ", first: "glossary/after-school-club/", among: ["minatono/manifesto/1/"], excerpt: true },
      { query: "学童保育", among: ["glossary/after-school-club/"], byReading: true },
      { query: "つなみひなんたわー", first: "glossary/tsunami-tower/", among: ["minatono/manifesto/4/"], byReading: true },
      { query: "灯台", among: ["minatono/manifesto/7/"], excerpt: true },
      { query: "立体駐車場", first: "minatono/manifesto/8/" },
      { query: "<b>灯台", says: true },
    ],
    en: [
      { query: "lighthouse", among: ["minatono/manifesto/7/"], excerpt: true },
      { query: "after-school club", first: "glossary/after-school-club/" },
      { query: "overtime", among: ["minatono/reform/1-1/"], excerpt: true },
    ],
  },
};

/** Words that bring up more than ten pages of several kinds. */
export const BROAD = { real: { ja: "計画", en: "plan" }, sample: { ja: "市", en: "city" } };

/** Words that bring up pages with assessments of every family, on the site whose record holds them. */
export const JUDGED = { sample: { ja: "年", en: "the" } };

/** Words that are found and whose first results are pages of the site. */
export const USUAL = { ja: "防災", en: "disaster" };

/** A word whose reading only the site's own list says, and what else holds the word and has a reading of its own. */
export const LISTED = { real: { word: "経営", reading: "けいえい", others: /経営(?:企画部|革新度調査)/ } };
