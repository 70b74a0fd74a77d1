/**
 * Table load: client, practitioner and fittings against a rating.
 * Twin of scripts/tools/table_load.py, which names the sources. Pure: no page is touched.
 */
import { bothUnits } from "./quantities.mjs";

export const STATIC_TO_WORKING = 0.25;

/** Load on the table in kg; only the practitioner's weight moves. */
export const loadKg = (client, practitioner, fittings, factor) => client + practitioner * factor + fittings;

/** Working rating in kg of a "working" or "static" rating. */
export function workingRatingKg(rating, kind) {
  if (kind !== "working" && kind !== "static") throw new RangeError(`a rating is "working" or "static", not "${kind}"`);
  return kind === "static" ? rating * STATIC_TO_WORKING : rating;
}

/** Kilograms by which the working rating exceeds the load; negative when the load is more. */
export const marginKg = (load, rating, kind) => workingRatingKg(rating, kind) - load;

const loadFields = ["client_kg", "practitioner_kg", "fittings_kg", "movement_factor"];
const load = (field) => loadKg(field.client_kg, field.practitioner_kg, field.fittings_kg, field.movement_factor);

function marginInWords(margin, field) {
  const doubt = field.rating_kind === "static" ? " The working rating here is a guess from the static one; ask the maker for the real one." : "";
  if (margin < 0) return `${bothUnits(-margin)} over the rating. Do not stand on this table.${doubt}`;
  if (margin < 0.1 * load(field)) return `only ${bothUnits(margin)} left. One hard step could use it up.${doubt}`;
  return `${bothUnits(margin)} left. A stumble, an edge or a worn hinge can use that up.${doubt}`;
}

/** What calculator.mjs binds to the page. */
export const definition = {
  outputs: {
    load_kg: { needs: loadFields, value: load, text: bothUnits },
    working_kg: { needs: ["rating_kg", "rating_kind"], value: (field) => workingRatingKg(field.rating_kg, field.rating_kind), text: bothUnits },
    margin_kg: { needs: [...loadFields, "rating_kg", "rating_kind"], value: (field) => marginKg(load(field), field.rating_kg, field.rating_kind), text: marginInWords },
  },
};
