// Passages in the other language are marked, in both directions, so that a screen reader changes its voice: kana and kanji stand
// under a Japanese language, and several Latin words in a row under another. Single foreign words are part of Japanese.

/** Passages of an open page that would be read with the wrong voice, as sentences. */
export function voiceProblems(page) {
  return page.evaluate(() => {
    const japanese = new Set();
    const foreign = new Set();
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (parent.closest("script, style, head, code")) continue;
      judge(text.data, parent.closest("[lang]").lang);
    }
    // What is only heard has a voice as well.
    for (const element of document.querySelectorAll("body [aria-label], body [alt], body [title], body input[value]")) {
      for (const name of ["aria-label", "alt", "title", "value"]) {
        if (element.hasAttribute(name)) judge(element.getAttribute(name), element.closest("[lang]").lang);
      }
    }
    return [...told(japanese, "Japanese text is not marked as Japanese"), ...told(foreign, "Latin words stand in Japanese without a language of their own")];

    function judge(text, lang) {
      if (/[\u3041-\u30fa\u4e00-\u9fff]/.test(text) && !lang.startsWith("ja")) japanese.add(text.trim().slice(0, 30));
      // Addresses and file names are no words of any language.
      const plain = text.replace(/\S*[/@]\S*|\S+\.(md|csv|yaml|jsonl|html)\b/g, "");
      const run = plain.match(/\b[A-Za-z][A-Za-z’'-]+(?:[ ,]+(?:[A-Za-z][A-Za-z’'-]+|of|a)){2,}/)?.[0];
      if (run && lang.startsWith("ja") && /[a-z]{3}/.test(run)) foreign.add(run.slice(0, 40));
    }
    function told(found, what) {
      return found.size === 0 ? [] : [`${what}: ${[...found].slice(0, 4).map((each) => `“${each}”`).join(", ")} (${found.size} texts).`];
    }
  });
}
