/** The words of the second file, in the language of the screen. */

import { speaker } from "../../words.js";
import { rareWords } from "../../words/rare.js";

/** @param {import("../state").Phone} phone */
export const sayIn = (phone) => speaker(rareWords, () => phone.live.locale.value);
