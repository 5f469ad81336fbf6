/* What the server tells the script about the page: addresses, language and texts. */

import { need } from "../shared/dom";
import { type Say, speaker, type Texts } from "../shared/texts";

export interface Page {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly endpoint: string;
  readonly terms: string;
  readonly language: string;
  /** What a style sheet must carry that the editor makes; the policy of the page takes no other. */
  readonly nonce: string;
  readonly say: Say;
}

interface Told {
  readonly terms: string;
  readonly texts: Texts;
}

/** Read the page. Throws where it is not the query page. */
export function readPage(root: Document): Page {
  const form = need<HTMLFormElement>(root, "form.query");
  const told = JSON.parse(form.dataset.editor ?? "") as Told;
  const language = root.documentElement.lang;
  return {
    form,
    field: need(form, "textarea"),
    endpoint: new URL(form.action, root.baseURI).href,
    terms: told.terms,
    language,
    nonce: root.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "",
    say: speaker(told.texts, language),
  };
}
