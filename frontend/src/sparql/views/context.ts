/* What every view needs besides the answer. */

import type { Say } from "../../shared/texts";
import type { Vocabulary } from "../terms";

export interface Context {
  readonly say: Say;
  readonly language: string;
  readonly vocabulary: Vocabulary;
}
