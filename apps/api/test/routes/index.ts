import { accountsRules } from './accounts.ts';
import { administrationRules } from './administration.ts';
import { annotationsRules } from './annotations.ts';
import { assignmentsRules } from './assignments.ts';
import { citationsRules } from './citations.ts';
import { classesRules } from './classes.ts';
import { commentariesRules } from './commentaries.ts';
import { gradingRules } from './grading.ts';
import { draftsRules } from './drafts.ts';
import { feedsRules } from './feeds.ts';
import { flagsRules } from './flags.ts';
import { followsRules } from './follows.ts';
import { ledgerRules } from './ledger.ts';
import { ownWorksRules } from './own-works.ts';
import { holdRulesRules } from './hold-rules.ts';
import { liveRules } from './live.ts';
import { exchangeRules } from './exchange.ts';
import { marksRules } from './marks.ts';
import { moderationRules } from './moderation.ts';
import { deskRules } from './moderation-desk.ts';
import { noticesRules } from './notices.ts';
import { readingRules } from './reading.ts';
import { referencesRules } from './references.ts';
import { sanctionsRules } from './sanctions.ts';
import { reviewRules } from './review.ts';
import { rotaRules } from './rota.ts';
import { searchRules } from './search.ts';
import { secondLooksRules } from './second-looks.ts';
import { textFormsRules } from './text-forms.ts';
import { textReleaseRules } from './text-releases.ts';
import { textImportsRules } from './text-imports.ts';
import { transparencyRules } from './transparency.ts';
import { w3cRules } from './w3c.ts';
import type { Rule } from './rule.ts';

/** Every route of the API. What is missing here, or here alone, fails the permission matrix. */
export const routes: Readonly<Record<string, Rule>> = {
  ...accountsRules,
  ...administrationRules,
  ...annotationsRules,
  ...assignmentsRules,
  ...citationsRules,
  ...classesRules,
  ...commentariesRules,
  ...gradingRules,
  ...draftsRules,
  ...feedsRules,
  ...flagsRules,
  ...followsRules,
  ...ledgerRules,
  ...holdRulesRules,
  ...liveRules,
  ...exchangeRules,
  ...marksRules,
  ...moderationRules,
  ...deskRules,
  ...noticesRules,
  ...ownWorksRules,
  ...readingRules,
  ...referencesRules,
  ...reviewRules,
  ...sanctionsRules,
  ...rotaRules,
  ...searchRules,
  ...secondLooksRules,
  ...textFormsRules,
  ...textReleaseRules,
  ...textImportsRules,
  ...transparencyRules,
  ...w3cRules,
};
