import type { CreditRole } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

export const creditWords = {
  conceptualization: m.com_credit_conceptualization,
  'data-curation': m.com_credit_data_curation,
  'formal-analysis': m.com_credit_formal_analysis,
  'funding-acquisition': m.com_credit_funding_acquisition,
  investigation: m.com_credit_investigation,
  methodology: m.com_credit_methodology,
  'project-administration': m.com_credit_project_administration,
  resources: m.com_credit_resources,
  software: m.com_credit_software,
  supervision: m.com_credit_supervision,
  validation: m.com_credit_validation,
  visualization: m.com_credit_visualization,
  'writing-original-draft': m.com_credit_writing_original_draft,
  'writing-review-editing': m.com_credit_writing_review_editing,
} as const satisfies Record<CreditRole, () => string>;
