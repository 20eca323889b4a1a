/** What the second file of the phone takes from the first one, instead of bringing it again. */

export { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
export { read, speaker, why } from "./words.js";
export { approximate, shown } from "./numbers.js";
export { Icon, html } from "./parts/html.js";
export { Tally } from "./parts/results.js";
export { MANY, ballot, withItems } from "./view.js";
export { clock } from "./time.js";
export { left } from "./parts/clock.js";
export { nameOf } from "./phone/groups.js";
export { inWords } from "./in-words.js";
export { Amount, Input } from "./phone/inputs.js";
export { Privacy, SeenBy, State } from "./phone/pieces.js";
export { Given, answerKey, openQuestion, postKey } from "./phone/tasks.js";
