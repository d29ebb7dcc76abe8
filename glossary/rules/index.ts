import { asked } from './asked.ts';
import { contrastPairs } from './contrast-pairs.ts';
import { contrasts } from './contrasts.ts';
import { cues } from './cues.ts';
import { dates } from './dates.ts';
import { diagram } from './diagram.ts';
import { duplicates } from './duplicates.ts';
import { evidence } from './evidence.ts';
import { explanationLength } from './explanation-length.ts';
import { faqAnswers } from './faq-answers.ts';
import { faqCount } from './faq-count.ts';
import { formOwners } from './form-owners.ts';
import { formRisk } from './form-risk.ts';
import { formText } from './form-text.ts';
import { formula } from './formula.ts';
import { headword } from './headword.ts';
import { idPattern } from './id-pattern.ts';
import { inlineMarks } from './inline-marks.ts';
import { links } from './links.ts';
import { moved } from './moved.ts';
import { plainFields } from './plain-fields.ts';
import { quickCircle } from './quick-circle.ts';
import { quickLength } from './quick-length.ts';
import { quickWords } from './quick-words.ts';
import { reachable } from './reachable.ts';
import { relationCycles } from './relation-cycles.ts';
import { relations } from './relations.ts';
import type { Rule } from './rule.ts';
import { secondReading } from './second-reading.ts';
import { sources } from './sources.ts';
import { templates } from './templates.ts';
import { unfilled } from './unfilled.ts';
import { unprovenNumbers } from './unproven-numbers.ts';

/** Every rule. A new one: its file here, its line in this list, its test in tests/glossary/rules/. */
export const rules: readonly Rule[] = [
  asked,
  contrastPairs,
  contrasts,
  cues,
  dates,
  diagram,
  duplicates,
  evidence,
  explanationLength,
  faqAnswers,
  faqCount,
  formOwners,
  formRisk,
  formText,
  formula,
  headword,
  idPattern,
  inlineMarks,
  links,
  moved,
  plainFields,
  quickCircle,
  quickLength,
  quickWords,
  reachable,
  relationCycles,
  relations,
  secondReading,
  sources,
  templates,
  unfilled,
  unprovenNumbers,
];
