// What must be found on the real site, by language: a query and pages of which each must be
// among the first ten results, or first. What is found by its reading has nothing to mark, since the reading is not shown.
// The pages are entries of the glossary, whose addresses do not change when more is recorded.

export const CASES = {
  ja: [
    { query: "AI", first: "glossary/ai/", sameAs: "ＡＩ" },
    { query: "フレイル", first: "glossary/frailty/", sameAs: "ふれいる" },
    { query: "システム", some: true, sameAs: "ｼｽﾃﾑ" },
    { query: "防災", among: ["glossary/district-disaster-plan/"] },
    { query: "地区防災計画", first: "glossary/district-disaster-plan/" },
    { query: "指定管理者制度", first: "glossary/designated-manager/" },
    { query: "していかんりしゃ", first: "glossary/designated-manager/", byReading: true },
    { query: "土地区画", among: ["glossary/land-readjustment/"] },
    { query: "EBPM", among: ["glossary/ebpm/"], sameAs: "ebpm" },
    { query: "けいえい", some: true },
    { query: "防災 計画", among: ["glossary/district-disaster-plan/"], sameAs: "防災　計画" },
    { query: "駅", some: true },
    { query: "無い言葉", none: true },
    { query: "システム 無い言葉", none: true },
    { query: "<b>防災</b>&", among: [], says: true },
    { query: "あ", says: true },
  ],
  en: [
    { query: "land readjustment", first: "glossary/land-readjustment/", sameAs: "Land  Readjustment" },
    { query: "EBPM", among: ["glossary/ebpm/"], sameAs: "ebpm" },
    { query: "AI", among: ["glossary/ai/"] },
    { query: "frailty", first: "glossary/frailty/" },
    { query: "designated manager", among: ["glossary/designated-manager/"] },
    { query: "disaster plan", among: ["glossary/district-disaster-plan/"] },
    { query: "no such word anywhere", none: true },
  ],
};
