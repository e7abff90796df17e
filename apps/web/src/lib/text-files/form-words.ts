import type { TextFormsView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

type Form = TextFormsView['forms'][number]['form'];

/** What each form of a text is called, and what it is good for. */
export const formWords: Readonly<
  Record<Form, { readonly name: () => string; readonly use: () => string }>
> = {
  txt: { name: m.tf_txt, use: m.tf_txt_for },
  json: { name: m.tf_json, use: m.tf_json_for },
  tei: { name: m.tf_tei, use: m.tf_tei_for },
  akn: { name: m.tf_akn, use: m.tf_akn_for },
  tmx: { name: m.tf_tmx, use: m.tf_tmx_for },
  jsonld: { name: m.tf_jsonld, use: m.tf_jsonld_for },
};
