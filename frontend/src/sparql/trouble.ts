/* What went wrong with a query, in words. */

import type { Say } from "../shared/texts";
import { MOST_BYTES, Refused, TooLong, Unreachable } from "./request";
import { BrokenAnswer } from "./results";

export interface Trouble {
  readonly title: string;
  readonly message: string;
  /** Whether a file of the answer may go better. */
  readonly file: boolean;
}

/** Say what an error means: in the server's own words where it gave a reason. */
export function troubleOf(error: unknown, say: Say): Trouble {
  if (error instanceof Refused) {
    return { ...known("refused", say), ...(error.message ? { message: error.message } : {}) };
  }
  if (error instanceof BrokenAnswer) {
    const { title, message } = known("broken", say);
    return { title, message: `${error.told} ${message}`.trim(), file: true };
  }
  if (error instanceof TooLong) return { ...known("too_long", say), file: true };
  return known(error instanceof Unreachable ? "unreachable" : "unexpected", say);
}

function known(key: string, say: Say): Trouble {
  const message = say(`${key}_message`, { megabytes: MOST_BYTES >> 20 });
  return { title: say(key), message, file: false };
}
