// What stands inside an SVG drawing: labels of at least 12 px that do not lie over each other, and nothing cut off by the drawing's
// own box or by the edge of the screen. Whether a drawing says the same as its table is tested where it is made.

/** What is wrong with the drawings of an open page as it is shown now, as sentences. */
export function drawingProblems(page) {
  return page.evaluate(() => {
    const problems = new Map();
    const screen = document.documentElement.clientWidth;
    for (const svg of document.querySelectorAll("body svg")) {
      if (!svg.checkVisibility()) continue;
      const frame = svg.getBoundingClientRect();
      const labels = [...svg.querySelectorAll("text")].map((text) => ({ text, ink: inkOf(text) }));
      for (const { text, ink } of labels) {
        const size = parseFloat(getComputedStyle(text).fontSize) * Math.abs(text.getScreenCTM().a);
        if (size < 11.9) add(svg, `has a label of ${size.toFixed(1)} px: “${text.textContent}”`);
        const other = labels.find((each) => each.text !== text && overlap(ink, each.ink));
        if (other) add(svg, `has labels that lie over each other: “${text.textContent}” and “${other.text.textContent}”`);
      }
      for (const { text, ink } of labels) {
        // What comes later in the drawing is painted over what comes before; a sloping line is no box and is left out.
        const over = [...svg.querySelectorAll("rect, circle, ellipse")].find((shape) => text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING && overlap(ink, shape.getBoundingClientRect()));
        if (over) add(svg, `has a ${over.tagName} drawn over the label “${text.textContent}”`);
      }
      const cuts = getComputedStyle(svg).overflow !== "visible";
      const shapes = [...svg.querySelectorAll("rect, circle, ellipse, line, path, polyline, polygon, image")].map((shape) => ({ name: shape.tagName, box: shape.getBoundingClientRect() }));
      const all = shapes.concat(labels.map(({ text, ink }) => ({ name: `label “${text.textContent}”`, box: ink })));
      for (const { name, box } of all) {
        if (box.right - box.left === 0 && box.bottom - box.top === 0) continue;
        const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
        if (cuts && out > 0.75) add(svg, `cuts ${out.toFixed(1)} px off a ${name}`);
        if (box.right > screen + 0.75 || box.left < -0.75) add(svg, `has a ${name} that reaches out of the screen, to ${Math.round(box.right)} px`);
      }
    }
    return [...problems.values()].slice(0, 6);

    function add(svg, text) {
      const name = `svg${[...svg.classList].map((each) => `.${each}`).join("")}`;
      const where = svg.querySelector("title")?.textContent ?? svg.parentElement.textContent.trim().replace(/\s+/g, " ").slice(0, 24);
      problems.set(`${name} ${text}`, `${name} in “${where}” ${text}.`);
    }
    // The font's own box is half again as high as its letters, and boxes that touch there do not touch on the screen.
    function inkOf(text) {
      const { left, right } = text.getBoundingClientRect();
      const start = text.getNumberOfChars() > 0 ? text.getStartPositionOfChar(0) : { x: 0, y: 0 };
      const baseline = new DOMPoint(start.x, start.y).matrixTransform(text.getScreenCTM()).y;
      const size = parseFloat(getComputedStyle(text).fontSize) * Math.abs(text.getScreenCTM().d);
      return { left, right, top: baseline - size * 0.88, bottom: baseline + size * 0.12 };
    }
    function overlap(one, other) {
      return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    }
  });
}
