/**
 * Before you book: sorts what was ticked by what to do about it, the most urgent first.
 * Twin of scripts/tools/before_you_book.py. Pure: no page is touched, nothing is scored, nothing is kept.
 */
export const ORDER = ["emergency", "do-not-have-it", "ask-a-clinician-first", "keep-off-the-area", "tell-the-therapist"];

/**
 * @param {{id: string, action: string, emergency: boolean}[]} ticked entries in the order of the list
 * @returns {[string, string[]][]} ids under each heading that has one
 */
export function advice(ticked) {
  return ORDER.map((name) => [name, ticked.filter((entry) => (entry.emergency ? "emergency" : entry.action) === name).map((entry) => entry.id)]).filter(([, ids]) => ids.length);
}
