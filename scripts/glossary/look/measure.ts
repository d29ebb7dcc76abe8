/**
 * Measures the drawings of a page and of its frames as the browser has laid them out. Gives what a reader would
 * trip over, each as one line: text that runs out of its box or into other text, or is smaller than 11 px, and a
 * card that must be scrolled sideways. Travels to the page as text: it sees its own body alone.
 */
export function measureDrawings(): string[] {
  const LEAST_PX = 11;
  const faults: string[] = [];
  const documents = [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument!)];

  for (const page of documents) {
    const width = page.defaultView!.innerWidth;
    const nameOf = (of: ParentNode) => `${of.querySelector('.entry-term')?.textContent ?? ''} at ${width} px`;
    if (page.documentElement.scrollWidth > width) faults.push(`${nameOf(page)}: the card is wider than the window`);
    for (const svg of page.querySelectorAll<SVGSVGElement>('.entry-drawing svg')) {
      const name = nameOf(svg.closest('.entry') ?? page);
      const boxOf = (element: SVGGraphicsElement) => {
        const box = element.getBoundingClientRect();
        const frame = svg.getBoundingClientRect();
        const scale = svg.viewBox.baseVal.width / frame.width;
        const left = (box.left - frame.left) * scale;
        const top = (box.top - frame.top) * scale;
        return { left, top, right: left + box.width * scale, bottom: top + box.height * scale };
      };
      const texts = [...svg.querySelectorAll('text')].map((text) => ({ said: text.textContent, box: boxOf(text) }));
      const shapes = [...svg.querySelectorAll<SVGGraphicsElement>('.box, .cell')].map(boxOf);
      const { width: most, height } = svg.viewBox.baseVal;
      const px = (12.5 * svg.getBoundingClientRect().width) / most;
      if (texts.length && px < LEAST_PX) faults.push(`${name}: text of ${px.toFixed(1)} px`);
      for (const [i, { said, box }] of texts.entries()) {
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        if (box.left < 0 || box.right > most || box.top < -1 || box.bottom > height + 1)
          faults.push(`${name}: “${said}” runs out of the drawing`);
        const around = shapes
          .filter((shape) => x > shape.left && x < shape.right && y > shape.top && y < shape.bottom)
          .sort((a, b) => a.right - a.left - (b.right - b.left))[0];
        if (around && (box.left < around.left + 2 || box.right > around.right - 2))
          faults.push(
            `${name}: “${said}” runs out of its box by ${Math.ceil(Math.max(around.left + 2 - box.left, box.right - around.right + 2))}`,
          );
        for (const other of texts.slice(i + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          // Lines of text have air above and below their letters.
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (wide > 0 && high > 3) faults.push(`${name}: “${said}” runs into “${other.said}”`);
        }
      }
    }
  }
  return faults;
}
