import { benchWords } from './forms.ts';
import { createRandom, pick } from './random.ts';

const COMMON =
  'the of and to in a is that for it as was with be by on not he this are or his from at which but have an they you were their one all we can her has there been if more when will would who so no out up into them then she many some time very when much new also around another came three word must because does part even place well such here take why help put different away again off went old number great tell men say small every found still between name should home big give air line set own under read last never us left end along while might next sound below saw something thought both few those always looked show large often together asked house world going want school important until form food keep children feet land side without boy once animals life enough took sometimes four head above kind began almost live page got earth need far hand high year mother light parts country father let night following picture being study second eyes soon times story boys since white days ever paper hard near sentence better best across during today others however sure means knew try told young miles sun ways thing whole hear example heard several change answer room sea against top turned learn point city play toward five using himself usually money seen car morning given order red door green sure course front black money questions ready blue complete early paper better deep common quite strong certain river building nothing rest perhaps slowly clear interest'.split(
    ' ',
  );
const SYLLABLES =
  'con de ter min al tion ver sta pre ment in ex pro ling tor ex ate com per form ble sub ject ra dio graph eco nom ic the sis ana lys tech log'.split(
    ' ',
  );

export interface BenchPage {
  name: string;
  html: string;
  isArticle: boolean;
  /** Takes seconds to load: measured less often. */
  isBig: boolean;
  /** Fragment of an address that opens the page at its middle. */
  middle?: string;
}

/** Text of `words` words in which a share of `density` stretches is an AI form. */
function prose(random: () => number, words: number, density: number, forms: readonly string[]): string {
  const out: string[] = [];
  let sentence = 0;
  for (let i = 0; i < words; i++) {
    let word: string;
    const r = random();
    if (r < density) word = pick(random, forms);
    else if (r < density + 0.12) {
      word = '';
      for (let s = 0, n = 2 + Math.floor(random() * 3); s < n; s++) word += pick(random, SYLLABLES);
    } else word = pick(random, COMMON);
    if (sentence === 0) word = word[0]!.toUpperCase() + word.slice(1);
    sentence++;
    if (sentence > 8 + random() * 14) {
      word += '.';
      sentence = 0;
    }
    if (random() < 0.03) word = `<em>${word}</em>`;
    else if (random() < 0.02) word = `<a href="#x">${word}</a>`;
    out.push(word);
  }
  return out.join(' ');
}

function article(seed: number, paragraphs: number, density: number, forms: readonly string[]): string {
  const random = createRandom(seed);
  const parts: string[] = [];
  for (let p = 0; p < paragraphs; p++) {
    if (p % 6 === 0) parts.push(`<h2 id="part-${p}">${prose(random, 5, density, forms)}</h2>`);
    if (p % 9 === 4)
      parts.push(
        `<ul>${Array.from({ length: 5 }, () => `<li>${prose(random, 14, density, forms)}</li>`).join('')}</ul>`,
      );
    if (p % 17 === 8) parts.push(`<pre><code>${prose(random, 40, 0, forms)}</code></pre>`);
    parts.push(`<p>${prose(random, 60 + Math.floor(random() * 60), density, forms)}</p>`);
  }
  return parts.join('\n');
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:auto}</style></head><body><main><h1>${title}</h1>\n${body}\n</main></body></html>`;

/** The four pages of the first-scan table: text and structure are the same at every run. */
export function benchPages(): BenchPage[] {
  const forms = benchWords(400);
  return [
    {
      name: 'small article',
      html: page('A small article about a language model', article(1, 16, 0.02, forms)),
      isArticle: true,
      isBig: false,
    },
    {
      name: 'long AI-dense article',
      html: page('A survey of language models and agents', article(2, 700, 0.05, forms)),
      isArticle: true,
      isBig: false,
      middle: '#part-348',
    },
    { name: '50,000 nodes', html: page('A table of many rows', table(3, forms)), isArticle: false, isBig: false },
    {
      name: '5 MB specification',
      html: page('A very long specification', article(4, 7100, 0.01, forms)),
      isArticle: false,
      isBig: true,
      middle: '#part-3552',
    },
  ];
}

/** 50,000 nodes: rows of short cells, where the DOM costs more than the text. */
function table(seed: number, forms: readonly string[]): string {
  const random = createRandom(seed);
  const rows: string[] = [];
  for (let row = 0; row < 4150; row++) {
    const cells = Array.from(
      { length: 5 },
      () => `<td>${prose(random, 3 + Math.floor(random() * 4), 0.01, forms)}</td>`,
    );
    rows.push(`<tr><th scope="row">Row ${row}</th>${cells.join('')}</tr>`);
  }
  return `<table>${rows.join('\n')}</table>`;
}
