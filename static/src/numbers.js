/** Exact numbers as they travel (`"100/3"`), shown the way people write them (`33,3`). */

/** @typedef {import("./protocol").Value} Value */

/** @param {string | undefined} exact @returns {{ over: bigint, under: bigint } | undefined} */
function fraction(exact) {
  const match = /^\s*([+-]?\d+)(?:\.(\d+))?(?:\/(\d+))?\s*$/.exec(exact ?? "");
  if (!match || (match[2] && match[3])) return undefined;
  const decimals = match[2] ?? "";
  const under = match[3] ? BigInt(match[3]) : 10n ** BigInt(decimals.length);
  return under === 0n ? undefined : { over: BigInt(match[1] + decimals), under };
}

/**
 * Rounded half away from zero, with at most `digits` decimals, in the way of the locale; anything else is shown as it came.
 * @param {string | undefined} exact @param {string} locale @param {number} [digits]
 */
export function shown(exact, locale, digits = 1) {
  const value = fraction(exact);
  if (!value) return exact ?? "";
  const scale = 10n ** BigInt(digits);
  const negative = value.over < 0n;
  const size = negative ? -value.over : value.over;
  const scaled = (2n * size * scale + value.under) / (2n * value.under);
  const decimals = String(scaled % scale).padStart(digits, "0").replace(/0+$/, "");
  const mark = locale === "en" ? "." : ",";
  const group = locale === "en" ? "," : "\u00a0";
  const whole = String(scaled / scale).replace(/\B(?=(\d{3})+$)/g, group);
  return `${negative && scaled !== 0n ? "\u2212" : ""}${whole}${decimals && digits ? mark + decimals : ""}`;
}

/** For drawing only: never for deciding. @param {string | undefined} exact */
export function approximate(exact) {
  const value = fraction(exact);
  return value ? Number((value.over * 1_000_000n) / value.under) / 1_000_000 : 0;
}

/**
 * What a person typed (`3,5`, `3.5`, `1 000`, `7/2`) as exact text; undefined when it is no number.
 * @param {string} typed @param {boolean} [whole] @returns {string | undefined}
 */
export function exact(typed, whole = false) {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-").replace(",", ".");
  const value = plain.length <= 40 ? fraction(plain) : undefined;
  if (!value) return undefined;
  const common = divisor(value.over < 0n ? -value.over : value.over, value.under);
  const [over, under] = [value.over / common, value.under / common];
  if (whole && under !== 1n) return undefined;
  return under === 1n ? String(over) : `${over}/${under}`;
}

/** @param {bigint} a @param {bigint} b @returns {bigint} */
const divisor = (a, b) => (b === 0n ? a || 1n : divisor(b, a % b));

/**
 * -1, 0 or 1.
 * @param {string} left @param {string} right
 */
export function compare(left, right) {
  const [a, b] = [fraction(left), fraction(right)];
  if (!a || !b) return 0;
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Text for a field: `7/2` is typed back as `3,5`; what has no finite decimal stays a fraction.
 * @param {string | undefined} number @param {string} locale
 */
export function typed(number, locale) {
  const value = fraction(number);
  if (!value) return number ?? "";
  for (let digits = 0; digits <= 12; digits += 1) {
    const scale = 10n ** BigInt(digits);
    if ((value.over * scale) % value.under === 0n) {
      const text = String((value.over * scale) / value.under).replace("-", "").padStart(digits + 1, "0");
      const cut = text.length - digits;
      return `${value.over < 0n ? "-" : ""}${text.slice(0, cut)}${digits ? (locale === "en" ? "." : ",") + text.slice(cut) : ""}`;
    }
  }
  return number ?? "";
}

/** The exact text inside a number value, however it travelled. @param {Value | undefined} value @returns {string | undefined} */
export function numberOf(value) {
  if (typeof value === "string") return value;
  return typeof value === "object" && !Array.isArray(value) ? value.number : undefined;
}
